package io.vespene.core.servicelogin;

import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;

/** Service logins as the audit log sees them: never their passwords. */
final class AuditedServiceLogin {
  private AuditedServiceLogin() {}

  static AuditedObject object(ServiceLogin login) {
    return new AuditedObject(ObjectType.SERVICE_LOGIN, login.id(), login.name());
  }

  static AuditedFields fields(ServiceLogin login) {
    return new AuditedFields()
        .with("name", login.name())
        .with("description", login.description())
        .with("username", login.username());
  }

  static AuditedFields fields(ServiceLoginDraft draft) {
    return new AuditedFields()
        .with("name", draft.name())
        .with("description", draft.description())
        .with("username", draft.username())
        .secret("password", draft.password().isPresent());
  }
}
