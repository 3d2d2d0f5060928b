-- Browser sessions. Names and columns are those that Spring Session asks for.
CREATE TABLE spring_session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL CONSTRAINT spring_session_session_id_key UNIQUE,
  creation_time         bigint NOT NULL, -- this and the next: milliseconds since 1970
  last_access_time      bigint NOT NULL,
  max_inactive_interval int NOT NULL,    -- seconds
  expiry_time           bigint NOT NULL,
  principal_name        varchar(100)
);
CREATE INDEX spring_session_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_principal ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES spring_session ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

-- Tries to log in, kept as long as they count against the limit. The name is what was typed, whether
-- or not there is such a user.
CREATE TABLE login_attempts (
  user_name text NOT NULL CHECK (char_length(user_name) <= 64),
  address   text NOT NULL,
  tried_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX login_attempts_user ON login_attempts (user_name, address, tried_at);
CREATE INDEX login_attempts_time ON login_attempts (tried_at);
