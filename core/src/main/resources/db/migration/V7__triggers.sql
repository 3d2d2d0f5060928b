-- How the triggers of a build did, in the order in which they were fired.
CREATE TABLE build_trigger_outcomes (
  build_id     bigint NOT NULL REFERENCES builds ON DELETE CASCADE,
  position     int NOT NULL,
  hook         text NOT NULL CHECK (hook IN ('pre', 'success', 'failure')),
  name         text NOT NULL,
  plugin       text NOT NULL,
  ok           boolean NOT NULL,
  message      text NOT NULL,
  milliseconds bigint NOT NULL CHECK (milliseconds >= 0),
  PRIMARY KEY (build_id, position)
);
