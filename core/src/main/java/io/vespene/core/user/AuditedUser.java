package io.vespene.core.user;

import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;

/** Users as the audit log sees them: never their passwords. */
final class AuditedUser {
  private AuditedUser() {}

  static AuditedObject object(User user) {
    return new AuditedObject(ObjectType.USER, user.id(), user.name());
  }

  static AuditedFields fields(UserDraft draft) {
    return new AuditedFields()
        .with("name", draft.name())
        .with("superuser", draft.superuser())
        .secret("password", draft.passwordHash().isPresent());
  }
}
