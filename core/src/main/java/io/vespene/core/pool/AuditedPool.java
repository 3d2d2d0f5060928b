package io.vespene.core.pool;

import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;

/** Worker pools as the audit log sees them. */
final class AuditedPool {
  private AuditedPool() {}

  static AuditedObject object(WorkerPool pool) {
    return new AuditedObject(ObjectType.WORKER_POOL, pool.id(), pool.name());
  }

  static AuditedFields fields(WorkerPoolDraft draft) {
    PoolContainers containers = draft.containers();
    return new AuditedFields()
        .with("name", draft.name())
        .with("description", draft.description())
        .with("isolation", draft.isolation())
        .with("sudo_user", draft.sudoUser())
        .with("allowed_images", containers.allowedImages())
        .with("container_cpus", containers.cpus())
        .with("container_memory_mib", containers.memoryMib())
        .with("container_pids", containers.pids())
        .with("container_network", containers.network())
        .with("directory_permissions", Integer.toOctalString(draft.directoryPermissions()))
        .with("build_latest_only", draft.buildLatestOnly())
        .with("auto_abort_minutes", draft.autoAbortMinutes())
        .with("lost_after_seconds", draft.lostAfterSeconds())
        .with("log_limit_bytes", draft.logLimitBytes())
        .with("keep_builds_days", draft.retention().buildsDays())
        .with("keep_build_roots_days", draft.retention().buildRootsDays())
        .with("variables", draft.variables().own())
        .with("variable_sets", draft.variables().sets());
  }
}
