package io.vespene.core.stage;

import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;

/** Stages as the audit log sees them. */
final class AuditedStage {
  private AuditedStage() {}

  static AuditedObject object(Stage stage) {
    return new AuditedObject(ObjectType.STAGE, stage.id(), stage.name());
  }

  static AuditedFields fields(StageDraft draft) {
    return new AuditedFields()
        .with("name", draft.name())
        .with("description", draft.description())
        .with("variables", draft.variables().own())
        .with("variable_sets", draft.variables().sets());
  }
}
