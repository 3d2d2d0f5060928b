-- Kept as they were written, so that what is exported is what was imported.
ALTER TABLE projects ADD COLUMN launch_questions json NOT NULL DEFAULT '[]'
  CHECK (json_typeof(launch_questions) = 'array');

-- What was answered when the build was started, a mask for each secret; those are among the secret inputs.
ALTER TABLE build_inputs ADD COLUMN answers json NOT NULL DEFAULT '{}'
  CHECK (json_typeof(answers) = 'object');
