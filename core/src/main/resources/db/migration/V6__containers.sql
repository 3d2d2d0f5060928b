-- What builds in containers may be made of, and what they may use. 0 stands for no limit.
ALTER TABLE worker_pools
  ADD COLUMN allowed_images       text[] NOT NULL DEFAULT '{}',
  ADD COLUMN container_cpus       double precision NOT NULL DEFAULT 0 CHECK (container_cpus >= 0),
  ADD COLUMN container_memory_mib int NOT NULL DEFAULT 0 CHECK (container_memory_mib >= 0),
  ADD COLUMN container_pids       int NOT NULL DEFAULT 4096 CHECK (container_pids >= 0),
  ADD COLUMN container_network    boolean NOT NULL DEFAULT true;

ALTER TABLE projects ADD COLUMN container_base_image text NOT NULL DEFAULT '';
ALTER TABLE build_inputs ADD COLUMN container_base_image text NOT NULL DEFAULT '';
