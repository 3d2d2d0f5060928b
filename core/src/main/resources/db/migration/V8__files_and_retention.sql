-- How long a pool keeps the history of its builds, and their directories on its workers.
ALTER TABLE worker_pools
  ADD COLUMN keep_builds_days      int NOT NULL DEFAULT 365 CHECK (keep_builds_days > 0),
  ADD COLUMN keep_build_roots_days int NOT NULL DEFAULT 31 CHECK (keep_build_roots_days > 0),
  ADD CONSTRAINT worker_pools_roots_not_longer CHECK (keep_build_roots_days <= keep_builds_days);

-- What removes old builds finds the oldest of a pool first.
CREATE INDEX builds_ended ON builds (worker_pool_id, ended_at) WHERE ended_at IS NOT NULL;

-- Build directories that an administrator wants removed before their time.
CREATE TABLE unwanted_build_roots (
  build_id bigint PRIMARY KEY REFERENCES builds ON DELETE CASCADE
);

-- Servers sign with it what they ask of the worker's file port; encrypted, in base64, new with every process.
ALTER TABLE workers ADD COLUMN file_key text;

-- Tells the builds of this database from those of another with the same numbers.
CREATE TABLE installation (
  id        uuid NOT NULL DEFAULT gen_random_uuid(),
  only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one)
);
INSERT INTO installation DEFAULT VALUES;
