package io.vespene.core.variable;

import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;

/** Variable sets as the audit log sees them: without a value that is secret, or was. */
final class AuditedVariableSet {
  private AuditedVariableSet() {}

  static AuditedObject object(long id, String name) {
    return new AuditedObject(ObjectType.VARIABLE_SET, id, name);
  }

  /**
   * The fields.
   *
   * @param hidden whether values must not be told, as they are secret before or after the change
   * @param changed whether they are others than before
   */
  static AuditedFields fields(VariableSetDraft draft, boolean hidden, boolean changed) {
    AuditedFields fields =
        new AuditedFields()
            .with("name", draft.name())
            .with("description", draft.description())
            .with("secret", draft.secret());
    return hidden
        ? fields.secret("variables", changed)
        : fields.with("variables", draft.variables());
  }
}
