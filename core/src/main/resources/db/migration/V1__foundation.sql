-- Names follow the vocabulary of the product. Times are the database's own: now() is the only clock
-- that all servers share.

CREATE TABLE users (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name          text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9._@-]{0,63}$'),
  password_hash text,
  superuser     boolean NOT NULL DEFAULT false,
  disabled      boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_name_key UNIQUE (name)
);

-- A token's text is shown once; only its SHA-256 is kept.
CREATE TABLE api_tokens (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id      bigint NOT NULL REFERENCES users ON DELETE CASCADE,
  name         text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  token_hash   bytea NOT NULL CONSTRAINT api_tokens_token_hash_key UNIQUE,
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
CREATE INDEX api_tokens_user ON api_tokens (user_id);

CREATE TABLE worker_pools (
  id                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name                  text NOT NULL CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
  description           text NOT NULL DEFAULT '',
  isolation             text NOT NULL,
  sudo_user             text NOT NULL DEFAULT '',
  directory_permissions int NOT NULL DEFAULT 504 CHECK (directory_permissions BETWEEN 0 AND 511), -- 0770
  build_latest_only     boolean NOT NULL DEFAULT true,
  auto_abort_minutes    int NOT NULL DEFAULT 1440 CHECK (auto_abort_minutes > 0),
  lost_after_seconds    int NOT NULL DEFAULT 300 CHECK (lost_after_seconds > 0),
  log_limit_bytes       bigint NOT NULL DEFAULT 1073741824 CHECK (log_limit_bytes > 0),
  created_at            timestamptz NOT NULL DEFAULT now(),
  version               int NOT NULL DEFAULT 1,
  CONSTRAINT worker_pools_name_key UNIQUE (name)
);

CREATE TABLE pool_tokens (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  worker_pool_id bigint NOT NULL REFERENCES worker_pools ON DELETE CASCADE,
  token_hash     bytea NOT NULL CONSTRAINT pool_tokens_token_hash_key UNIQUE,
  created_by     text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  last_used_at   timestamptz,
  revoked_at     timestamptz
);
CREATE INDEX pool_tokens_pool ON pool_tokens (worker_pool_id);

-- One row per worker, whichever process of it runs. process_id changes with every start.
CREATE TABLE workers (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name             text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  credential_hash  bytea NOT NULL CONSTRAINT workers_credential_hash_key UNIQUE,
  process_id       text,
  host_name        text NOT NULL DEFAULT '',
  file_port        int NOT NULL DEFAULT 0,
  version          text NOT NULL DEFAULT '',
  operating_system text NOT NULL DEFAULT '',
  slots            int NOT NULL DEFAULT 0,
  free_slots       int NOT NULL DEFAULT 0,
  disk_free_bytes  bigint NOT NULL DEFAULT 0,
  draining         boolean NOT NULL DEFAULT false, -- the worker says so
  drain_asked      boolean NOT NULL DEFAULT false, -- a person says so
  enrolled_at      timestamptz NOT NULL DEFAULT now(),
  registered_at    timestamptz,
  last_seen_at     timestamptz,
  left_at          timestamptz,                    -- the process ended in good order
  CONSTRAINT workers_name_key UNIQUE (name)
-- Room to rewrite the row in place at every poll.
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- The pools a worker may serve, and whether its present process does.
CREATE TABLE worker_grants (
  worker_id      bigint NOT NULL REFERENCES workers ON DELETE CASCADE,
  worker_pool_id bigint NOT NULL REFERENCES worker_pools ON DELETE CASCADE,
  pool_token_id  bigint NOT NULL REFERENCES pool_tokens ON DELETE CASCADE,
  serving        boolean NOT NULL DEFAULT false,
  PRIMARY KEY (worker_id, worker_pool_id)
);
CREATE INDEX worker_grants_pool ON worker_grants (worker_pool_id);
CREATE INDEX worker_grants_token ON worker_grants (pool_token_id);

CREATE TABLE projects (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description     text NOT NULL DEFAULT '',
  scm_type        text NOT NULL DEFAULT 'none',
  repo_url        text NOT NULL DEFAULT '',
  repo_branch     text NOT NULL DEFAULT '',
  submodules      boolean NOT NULL DEFAULT true,
  script          text NOT NULL,
  timeout_minutes int NOT NULL DEFAULT 60 CHECK (timeout_minutes > 0),
  priority        int NOT NULL DEFAULT 0 CHECK (priority BETWEEN -100 AND 100),
  max_running     int NOT NULL DEFAULT 1 CHECK (max_running >= 0),
  retry_lost      int NOT NULL DEFAULT 0 CHECK (retry_lost BETWEEN 0 AND 5),
  variables       jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(variables) = 'object'),
  worker_pool_id  bigint NOT NULL REFERENCES worker_pools,
  created_by      text NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  version         int NOT NULL DEFAULT 1,
  CONSTRAINT projects_name_key UNIQUE (name)
);
CREATE INDEX projects_pool ON projects (worker_pool_id);

CREATE TABLE builds (
  id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project_id          bigint NOT NULL REFERENCES projects ON DELETE CASCADE,
  worker_pool_id      bigint NOT NULL REFERENCES worker_pools,
  status              text NOT NULL DEFAULT 'QUEUED',
  priority            int NOT NULL,
  requested_by        text NOT NULL, -- a person's name, or what started it
  reason              text,
  queued_at           timestamptz NOT NULL DEFAULT now(),
  started_at          timestamptz,
  ended_at            timestamptz,

  -- Who holds it. The epoch counts hand-overs; a call under another epoch changes nothing. A
  -- QUEUED build with a worker is being handed over: it waits for that worker's acknowledgement.
  worker_id           bigint REFERENCES workers,
  worker_process_id   text,
  claim_epoch         int NOT NULL DEFAULT 0,
  handover_expires_at timestamptz,

  stop_requested_at   timestamptz,
  stop_reason         text,
  exit_code           int,
  superseded_by       bigint REFERENCES builds ON DELETE SET NULL,
  retry_of            bigint REFERENCES builds ON DELETE SET NULL,
  retries_left        int NOT NULL DEFAULT 0,

  revision            text,
  author              text,
  commit_message      text,
  branch              text,

  -- How much of the log is stored.
  next_sequence       bigint NOT NULL DEFAULT 0,
  log_lines           bigint NOT NULL DEFAULT 0,
  log_bytes           bigint NOT NULL DEFAULT 0,

  CONSTRAINT builds_status_known CHECK (status IN
    ('QUEUED', 'RUNNING', 'ABORTING', 'SUCCESS', 'FAILURE', 'ABORTED', 'ORPHANED')),
  CONSTRAINT builds_ended_has_end CHECK
    ((status IN ('SUCCESS', 'FAILURE', 'ABORTED', 'ORPHANED')) = (ended_at IS NOT NULL)),
  CONSTRAINT builds_ended_has_reason CHECK (ended_at IS NULL OR reason IS NOT NULL),
  CONSTRAINT builds_running_has_worker CHECK
    (status NOT IN ('RUNNING', 'ABORTING') OR (worker_id IS NOT NULL AND started_at IS NOT NULL)),
  CONSTRAINT builds_queued_not_started CHECK (status <> 'QUEUED' OR started_at IS NULL),
  CONSTRAINT builds_handover_has_worker CHECK
    ((handover_expires_at IS NOT NULL) = (status = 'QUEUED' AND worker_id IS NOT NULL)),
  CONSTRAINT builds_worker_has_process CHECK
    (worker_id IS NULL OR (worker_process_id IS NOT NULL AND claim_epoch > 0)),
  CONSTRAINT builds_aborting_was_asked CHECK (status <> 'ABORTING' OR stop_requested_at IS NOT NULL),
  CONSTRAINT builds_exit_code_when_run CHECK (exit_code IS NULL OR started_at IS NOT NULL)
-- Room to count the log in place while the build runs. The indexes of the queue are small beside the
-- history, and must be cleaned long before a fifth of the history has changed.
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
CREATE INDEX builds_queue ON builds (worker_pool_id, priority DESC, id)
  WHERE status = 'QUEUED' AND worker_id IS NULL;
CREATE INDEX builds_held ON builds (worker_id) WHERE worker_id IS NOT NULL AND ended_at IS NULL;
CREATE INDEX builds_held_project ON builds (project_id) WHERE worker_id IS NOT NULL AND ended_at IS NULL;
CREATE INDEX builds_open_project ON builds (project_id) WHERE ended_at IS NULL;
CREATE INDEX builds_project ON builds (project_id, id DESC);
CREATE INDEX builds_project_status ON builds (project_id, status, id DESC);
CREATE INDEX builds_status ON builds (status, id DESC);
CREATE INDEX builds_pool ON builds (worker_pool_id, id DESC);
CREATE INDEX builds_worker ON builds (worker_id, id DESC) WHERE worker_id IS NOT NULL;
CREATE INDEX builds_superseded_by ON builds (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX builds_retry_of ON builds (retry_of) WHERE retry_of IS NOT NULL;

-- What a build was queued with; never changed, and seldom read, so it is kept apart.
CREATE TABLE build_inputs (
  build_id        bigint PRIMARY KEY REFERENCES builds ON DELETE CASCADE,
  script          text NOT NULL,
  variables       jsonb NOT NULL DEFAULT '{}',
  scm_type        text NOT NULL,
  repo_url        text NOT NULL,
  repo_branch     text NOT NULL,
  revision        text,
  submodules      boolean NOT NULL,
  timeout_minutes int NOT NULL
);

CREATE TABLE build_output_variables (
  build_id bigint NOT NULL REFERENCES builds ON DELETE CASCADE,
  name     text NOT NULL,
  value    text NOT NULL,
  PRIMARY KEY (build_id, name)
);

-- Every status a build ever had, written by the statement that changed it.
CREATE TABLE build_status_changes (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  build_id    bigint NOT NULL REFERENCES builds ON DELETE CASCADE,
  from_status text,
  to_status   text NOT NULL,
  worker_id   bigint,
  claim_epoch int NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX build_status_changes_build ON build_status_changes (build_id);

CREATE FUNCTION guard_build_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status = NEW.status THEN
      RETURN NULL;
    END IF;
    IF NOT (OLD.status, NEW.status) IN (
         ('QUEUED', 'RUNNING'), ('QUEUED', 'ABORTED'), ('QUEUED', 'ORPHANED'), ('QUEUED', 'FAILURE'),
         ('RUNNING', 'SUCCESS'), ('RUNNING', 'FAILURE'), ('RUNNING', 'ABORTING'), ('RUNNING', 'ORPHANED'),
         ('ABORTING', 'ABORTED'), ('ABORTING', 'ORPHANED')) THEN
      RAISE EXCEPTION 'build % must not go from % to %', NEW.id, OLD.status, NEW.status
        USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO build_status_changes (build_id, from_status, to_status, worker_id, claim_epoch)
    VALUES (NEW.id, OLD.status, NEW.status, NEW.worker_id, NEW.claim_epoch);
  ELSE
    INSERT INTO build_status_changes (build_id, from_status, to_status, worker_id, claim_epoch)
    VALUES (NEW.id, NULL, NEW.status, NEW.worker_id, NEW.claim_epoch);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER builds_status_guard AFTER INSERT OR UPDATE OF status ON builds
  FOR EACH ROW EXECUTE FUNCTION guard_build_status();

-- An ended build never changes. Its links to other builds may be cut when those are removed.
CREATE FUNCTION guard_ended_build() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - ARRAY['superseded_by', 'retry_of']) IS DISTINCT FROM
     (to_jsonb(OLD) - ARRAY['superseded_by', 'retry_of']) THEN
    RAISE EXCEPTION 'build % has ended and must not change', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER builds_ended_guard BEFORE UPDATE ON builds
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION guard_ended_build();

CREATE TABLE build_sections (
  build_id   bigint NOT NULL REFERENCES builds ON DELETE CASCADE,
  section    int NOT NULL,
  kind       text NOT NULL,
  title      text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at   timestamptz,
  failure    text,
  first_line bigint NOT NULL, -- the number the next line had when the section began
  PRIMARY KEY (build_id, section)
);

-- Append-only. Packed lines are compressed already: store them out of line, as they are.
CREATE TABLE build_log_chunks (
  build_id   bigint NOT NULL REFERENCES builds ON DELETE CASCADE,
  sequence   bigint NOT NULL,
  section    int NOT NULL,
  first_line bigint NOT NULL,
  line_count int NOT NULL,
  raw_bytes  bigint NOT NULL,
  first_at   timestamptz NOT NULL,
  data       bytea NOT NULL,
  PRIMARY KEY (build_id, sequence)
);
ALTER TABLE build_log_chunks ALTER COLUMN data SET STORAGE EXTERNAL;
-- Each line begins in exactly one chunk; chunks without a beginning only continue a line.
CREATE UNIQUE INDEX build_log_chunks_line ON build_log_chunks (build_id, first_line) WHERE line_count > 0;

-- When each periodic duty last ran, on whichever server. A gap in 'reap' is the servers' own
-- downtime, which never counts as a worker's silence.
CREATE TABLE duties (
  name           text PRIMARY KEY,
  last_run_at    timestamptz NOT NULL,
  unbroken_since timestamptz NOT NULL
);
