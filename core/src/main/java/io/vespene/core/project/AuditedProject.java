package io.vespene.core.project;

import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;

/** Projects as the audit log sees them. */
final class AuditedProject {
  private AuditedProject() {}

  static AuditedObject object(long id, String name) {
    return new AuditedObject(ObjectType.PROJECT, id, name);
  }

  static AuditedFields fields(ProjectDraft draft) {
    return new AuditedFields()
        .with("name", draft.name())
        .with("description", draft.description())
        .with("scm_type", draft.scmType())
        .with("repo_url", draft.repoUrl())
        .with("repo_branch", draft.repoBranch())
        .with("submodules", draft.submodules())
        .with("script", draft.script())
        .with("container_base_image", draft.containerBaseImage())
        .with("timeout", draft.timeoutMinutes())
        .with("priority", draft.priority())
        .with("max_running", draft.maxRunning())
        .with("retry_lost", draft.retryLost())
        .with("variables", draft.variables().own())
        .with("variable_sets", draft.variables().sets())
        .with("worker_pool", draft.workerPool())
        .with("ssh_keys", draft.access().sshKeys())
        .with("service_login", draft.access().serviceLogin())
        .with("host_keys", draft.access().hostKeys())
        .with("pipeline", draft.place().pipeline())
        .with("stage", draft.place().stage())
        .with("pipeline_enabled", draft.place().enabled())
        .with("launch_questions", draft.questions().written());
  }
}
