-- Who did what, when and from where. Written in the transaction of the change; never changed after.
-- Objects are named as they were then, as many of them are gone when somebody asks.
CREATE TABLE audit_entries (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz NOT NULL DEFAULT now(),
  actor       text NOT NULL,
  channel     text NOT NULL CHECK (channel IN ('PAGE', 'API_TOKEN', 'SYSTEM')),
  address     text NOT NULL,
  verb        text NOT NULL,
  object_type text NOT NULL,
  object_id   bigint NOT NULL,
  object_name text NOT NULL,
  changes     json NOT NULL CHECK (json_typeof(changes) = 'object') -- never a secret
);
CREATE INDEX audit_entries_object ON audit_entries (object_type, object_id, id DESC);
CREATE INDEX audit_entries_actor ON audit_entries (actor, id DESC);

CREATE FUNCTION guard_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log must not change' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER audit_entries_guard BEFORE UPDATE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION guard_audit_entry();

-- Where a user comes from. The password of one from a directory is none of ours, and nobody who logs
-- in there becomes a local user by having the same name.
ALTER TABLE users
  ADD COLUMN origin      text NOT NULL DEFAULT 'LOCAL' CHECK (origin IN ('LOCAL', 'LDAP', 'OPENID')),
  ADD COLUMN external_id text CONSTRAINT users_external_id_key UNIQUE,
  ADD CONSTRAINT users_origin_has_id CHECK ((origin = 'LOCAL') = (external_id IS NULL)),
  ADD CONSTRAINT users_password_is_local CHECK (origin = 'LOCAL' OR password_hash IS NULL);

CREATE TABLE groups (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text NOT NULL DEFAULT '',
  created_at  timestamptz NOT NULL DEFAULT now(),
  version     int NOT NULL DEFAULT 1,
  CONSTRAINT groups_name_key UNIQUE (name)
);

-- A membership that a directory gave is taken back when the directory does not give it any more.
CREATE TABLE group_members (
  group_id  bigint NOT NULL REFERENCES groups ON DELETE CASCADE,
  user_id   bigint NOT NULL REFERENCES users ON DELETE CASCADE,
  directory boolean NOT NULL DEFAULT false,
  PRIMARY KEY (group_id, user_id)
);
CREATE INDEX group_members_user ON group_members (user_id);

-- Groups that own an object, or may start builds of it. Whatever removes an object removes these.
CREATE TABLE group_grants (
  object_type text NOT NULL,
  object_id   bigint NOT NULL,
  role        text NOT NULL CHECK (role IN ('OWNER', 'LAUNCH')),
  group_id    bigint NOT NULL CONSTRAINT group_grants_group REFERENCES groups,
  PRIMARY KEY (object_type, object_id, role, group_id)
);
CREATE INDEX group_grants_by_group ON group_grants (group_id);

CREATE FUNCTION forget_grants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM group_grants WHERE object_type = TG_ARGV[0] AND object_id = OLD.id;
  RETURN NULL;
END $$;

CREATE TRIGGER projects_grants AFTER DELETE ON projects
  FOR EACH ROW EXECUTE FUNCTION forget_grants('PROJECT');
CREATE TRIGGER snippets_grants AFTER DELETE ON snippets
  FOR EACH ROW EXECUTE FUNCTION forget_grants('SNIPPET');
CREATE TRIGGER variable_sets_grants AFTER DELETE ON variable_sets
  FOR EACH ROW EXECUTE FUNCTION forget_grants('VARIABLE_SET');
CREATE TRIGGER ssh_keys_grants AFTER DELETE ON ssh_keys
  FOR EACH ROW EXECUTE FUNCTION forget_grants('SSH_KEY');
CREATE TRIGGER service_logins_grants AFTER DELETE ON service_logins
  FOR EACH ROW EXECUTE FUNCTION forget_grants('SERVICE_LOGIN');

-- What a token is good for: READ looks, LAUNCH also starts and stops, WRITE does all its user may.
ALTER TABLE api_tokens
  ADD COLUMN scope text NOT NULL DEFAULT 'WRITE' CHECK (scope IN ('READ', 'LAUNCH', 'WRITE'));
