-- Variables are kept as json, not jsonb: a template that goes through a dictionary sees its entries in
-- the order in which they were written.

ALTER TABLE projects DROP CONSTRAINT projects_variables_check;
ALTER TABLE projects ALTER COLUMN variables DROP DEFAULT;
ALTER TABLE projects ALTER COLUMN variables TYPE json USING variables::json;
ALTER TABLE projects ALTER COLUMN variables SET DEFAULT '{}';
ALTER TABLE projects ADD CONSTRAINT projects_variables_check CHECK (json_typeof(variables) = 'object');

ALTER TABLE worker_pools ADD COLUMN variables json NOT NULL DEFAULT '{}'
  CHECK (json_typeof(variables) = 'object');

-- A secret set's variables show a mask for each value; the values themselves are encrypted.
CREATE TABLE variable_sets (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description   text NOT NULL DEFAULT '',
  secret        boolean NOT NULL DEFAULT false,
  variables     json NOT NULL CHECK (json_typeof(variables) = 'object'),
  secret_values bytea,
  created_by    text NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  version       int NOT NULL DEFAULT 1,
  CONSTRAINT variable_sets_name_key UNIQUE (name),
  CONSTRAINT variable_sets_secret_is_encrypted CHECK (secret = (secret_values IS NOT NULL))
);

-- Of two sets on one object the later one beats the earlier.
CREATE TABLE project_variable_sets (
  project_id      bigint NOT NULL REFERENCES projects ON DELETE CASCADE,
  variable_set_id bigint NOT NULL REFERENCES variable_sets,
  position        int NOT NULL,
  PRIMARY KEY (project_id, variable_set_id)
);
CREATE INDEX project_variable_sets_set ON project_variable_sets (variable_set_id);

CREATE TABLE worker_pool_variable_sets (
  worker_pool_id  bigint NOT NULL REFERENCES worker_pools ON DELETE CASCADE,
  variable_set_id bigint NOT NULL REFERENCES variable_sets,
  position        int NOT NULL,
  PRIMARY KEY (worker_pool_id, variable_set_id)
);
CREATE INDEX worker_pool_variable_sets_set ON worker_pool_variable_sets (variable_set_id);

-- Templates know a snippet by its variable name, so two snippets must not share one.
CREATE TABLE snippets (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name          text NOT NULL CHECK (name ~ '^[A-Za-z_][A-Za-z0-9_ -]{0,99}$'),
  variable_name text NOT NULL GENERATED ALWAYS AS (translate(name, '- ', '__')) STORED,
  description   text NOT NULL DEFAULT '',
  text          text NOT NULL,
  created_by    text NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  version       int NOT NULL DEFAULT 1,
  CONSTRAINT snippets_name_key UNIQUE (name),
  CONSTRAINT snippets_variable_name_key UNIQUE (variable_name)
);

-- What a build shows never holds a secret: where script or variables would, they show a mask, and
-- the real ones are encrypted beside them. A build whose template could not be rendered says why.
ALTER TABLE build_inputs ALTER COLUMN variables DROP DEFAULT;
ALTER TABLE build_inputs ALTER COLUMN variables TYPE json USING variables::json;
ALTER TABLE build_inputs ALTER COLUMN variables SET DEFAULT '{}';
ALTER TABLE build_inputs ADD COLUMN origins json NOT NULL DEFAULT '{}';
-- Encrypted for the first build that had them: one that is started in its place keeps them as they are.
ALTER TABLE build_inputs ADD COLUMN secret_inputs bytea;
ALTER TABLE build_inputs ADD COLUMN secret_inputs_of bigint;
ALTER TABLE build_inputs ADD COLUMN failure text;
