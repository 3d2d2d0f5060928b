-- What people look for by name, of all kinds in one place. Triggers keep it true, so that a new kind
-- of object needs one trigger and nothing else.
CREATE TABLE search_entries (
  kind        text NOT NULL,
  object_id   bigint NOT NULL,
  name        text NOT NULL,
  description text NOT NULL,
  words       text NOT NULL GENERATED ALWAYS AS (lower(name || ' ' || description)) STORED,
  PRIMARY KEY (kind, object_id)
);

-- Makes any part of a word quick to find where the extension is to be had; without it the whole
-- table is read, which is small.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX search_entries_words ON search_entries USING gin (words gin_trgm_ops);
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'pg_trgm is not used: %', SQLERRM;
END $$;

CREATE FUNCTION keep_search_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_entries WHERE kind = TG_ARGV[0] AND object_id = OLD.id;
  ELSE
    INSERT INTO search_entries (kind, object_id, name, description)
    VALUES (TG_ARGV[0], NEW.id, NEW.name, coalesce(to_jsonb(NEW) ->> 'description', ''))
    ON CONFLICT (kind, object_id) DO UPDATE
      SET name = excluded.name, description = excluded.description;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER projects_search AFTER INSERT OR DELETE OR UPDATE OF name, description ON projects
  FOR EACH ROW EXECUTE FUNCTION keep_search_entry('project');
CREATE TRIGGER worker_pools_search AFTER INSERT OR DELETE OR UPDATE OF name, description ON worker_pools
  FOR EACH ROW EXECUTE FUNCTION keep_search_entry('worker_pool');
CREATE TRIGGER snippets_search AFTER INSERT OR DELETE OR UPDATE OF name, description ON snippets
  FOR EACH ROW EXECUTE FUNCTION keep_search_entry('snippet');
CREATE TRIGGER variable_sets_search AFTER INSERT OR DELETE OR UPDATE OF name, description ON variable_sets
  FOR EACH ROW EXECUTE FUNCTION keep_search_entry('variable_set');
CREATE TRIGGER ssh_keys_search AFTER INSERT OR DELETE OR UPDATE OF name, description ON ssh_keys
  FOR EACH ROW EXECUTE FUNCTION keep_search_entry('ssh_key');
CREATE TRIGGER service_logins_search AFTER INSERT OR DELETE OR UPDATE OF name, description ON service_logins
  FOR EACH ROW EXECUTE FUNCTION keep_search_entry('service_login');
-- Not on every update: a worker's row changes at each of its polls.
CREATE TRIGGER workers_search AFTER INSERT OR DELETE OR UPDATE OF name ON workers
  FOR EACH ROW EXECUTE FUNCTION keep_search_entry('worker');

INSERT INTO search_entries (kind, object_id, name, description)
SELECT 'project', id, name, description FROM projects
UNION ALL SELECT 'worker_pool', id, name, description FROM worker_pools
UNION ALL SELECT 'snippet', id, name, description FROM snippets
UNION ALL SELECT 'variable_set', id, name, description FROM variable_sets
UNION ALL SELECT 'ssh_key', id, name, description FROM ssh_keys
UNION ALL SELECT 'service_login', id, name, description FROM service_logins
UNION ALL SELECT 'worker', id, name, '' FROM workers;
