-- A named step; pipelines are ordered lists of them.
CREATE TABLE stages (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text NOT NULL DEFAULT '',
  variables   json NOT NULL DEFAULT '{}' CHECK (json_typeof(variables) = 'object'),
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  version     int NOT NULL DEFAULT 1,
  CONSTRAINT stages_name_key UNIQUE (name)
);

CREATE TABLE stage_variable_sets (
  stage_id        bigint NOT NULL REFERENCES stages ON DELETE CASCADE,
  variable_set_id bigint NOT NULL REFERENCES variable_sets,
  position        int NOT NULL,
  PRIMARY KEY (stage_id, variable_set_id)
);
CREATE INDEX stage_variable_sets_set ON stage_variable_sets (variable_set_id);

CREATE TABLE pipelines (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text NOT NULL DEFAULT '',
  enabled     boolean NOT NULL DEFAULT true,
  variables   json NOT NULL DEFAULT '{}' CHECK (json_typeof(variables) = 'object'),
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  version     int NOT NULL DEFAULT 1,
  CONSTRAINT pipelines_name_key UNIQUE (name)
);

CREATE TABLE pipeline_variable_sets (
  pipeline_id     bigint NOT NULL REFERENCES pipelines ON DELETE CASCADE,
  variable_set_id bigint NOT NULL REFERENCES variable_sets,
  position        int NOT NULL,
  PRIMARY KEY (pipeline_id, variable_set_id)
);
CREATE INDEX pipeline_variable_sets_set ON pipeline_variable_sets (variable_set_id);

CREATE TABLE pipeline_stages (
  pipeline_id bigint NOT NULL REFERENCES pipelines ON DELETE CASCADE,
  stage_id    bigint NOT NULL CONSTRAINT pipeline_stages_stage REFERENCES stages,
  position    int NOT NULL CHECK (position > 0),
  PRIMARY KEY (pipeline_id, stage_id)
);
CREATE INDEX pipeline_stages_by_stage ON pipeline_stages (stage_id);

ALTER TABLE projects
  ADD COLUMN pipeline_id      bigint,
  ADD COLUMN stage_id         bigint,
  ADD COLUMN pipeline_enabled boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT projects_place_is_whole CHECK ((pipeline_id IS NULL) = (stage_id IS NULL)),
  ADD CONSTRAINT projects_place FOREIGN KEY (pipeline_id, stage_id) REFERENCES pipeline_stages (pipeline_id, stage_id);
CREATE INDEX projects_by_place ON projects (pipeline_id, stage_id) WHERE pipeline_id IS NOT NULL;

-- One passage through a pipeline. FAILURE is not the end: a project that is built again continues it.
CREATE TABLE pipeline_runs (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pipeline_id bigint NOT NULL REFERENCES pipelines ON DELETE CASCADE,
  status      text NOT NULL DEFAULT 'RUNNING' CHECK (status IN ('RUNNING', 'SUCCESS', 'FAILURE', 'ABORTED')),
  position    int NOT NULL, -- of the stage it has reached
  reason      text,
  started_by  text NOT NULL,
  started_at  timestamptz NOT NULL DEFAULT now(),
  ended_at    timestamptz,
  ended_by    bigint REFERENCES builds ON DELETE SET NULL, -- the build that completed or stopped it
  CONSTRAINT pipeline_runs_ended CHECK ((status <> 'RUNNING') = (ended_at IS NOT NULL)),
  CONSTRAINT pipeline_runs_ended_has_reason CHECK ((ended_at IS NULL) = (reason IS NULL))
);
CREATE INDEX pipeline_runs_pipeline ON pipeline_runs (pipeline_id, id DESC);
CREATE INDEX pipeline_runs_pipeline_status ON pipeline_runs (pipeline_id, status, id DESC);
CREATE INDEX pipeline_runs_running ON pipeline_runs (id) WHERE status = 'RUNNING';
CREATE INDEX pipeline_runs_ended_by ON pipeline_runs (ended_by) WHERE ended_by IS NOT NULL;

-- The pipeline's stages as they were when the run began. started_at is set once: whoever sets it starts the stage.
CREATE TABLE pipeline_run_stages (
  run_id     bigint NOT NULL REFERENCES pipeline_runs ON DELETE CASCADE,
  position   int NOT NULL,
  stage_id   bigint REFERENCES stages ON DELETE SET NULL,
  name       text NOT NULL,
  started_at timestamptz,
  PRIMARY KEY (run_id, position)
);
CREATE INDEX pipeline_run_stages_stage ON pipeline_run_stages (stage_id) WHERE stage_id IS NOT NULL;

-- The projects that took part in a stage when the run reached it. A due one is still to be queued, by whichever server
-- comes first.
CREATE TABLE pipeline_run_projects (
  run_id     bigint NOT NULL,
  position   int NOT NULL,
  project_id bigint NOT NULL REFERENCES projects ON DELETE CASCADE,
  due        boolean NOT NULL,
  PRIMARY KEY (run_id, position, project_id),
  FOREIGN KEY (run_id, position) REFERENCES pipeline_run_stages ON DELETE CASCADE
);
CREATE INDEX pipeline_run_projects_project ON pipeline_run_projects (project_id, run_id DESC);
CREATE INDEX pipeline_run_projects_due ON pipeline_run_projects (run_id) WHERE due;

-- The builds of a run: of each project of a stage the newest counts.
CREATE TABLE pipeline_run_builds (
  build_id   bigint PRIMARY KEY REFERENCES builds ON DELETE CASCADE,
  run_id     bigint NOT NULL,
  position   int NOT NULL,
  project_id bigint NOT NULL,
  FOREIGN KEY (run_id, position, project_id) REFERENCES pipeline_run_projects ON DELETE CASCADE
);
CREATE INDEX pipeline_run_builds_run ON pipeline_run_builds (run_id, position, project_id, build_id DESC);
