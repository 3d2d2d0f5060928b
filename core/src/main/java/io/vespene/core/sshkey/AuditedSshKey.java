package io.vespene.core.sshkey;

import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;

/** SSH keys as the audit log sees them: never their private halves. */
final class AuditedSshKey {
  private AuditedSshKey() {}

  static AuditedObject object(long id, String name) {
    return new AuditedObject(ObjectType.SSH_KEY, id, name);
  }

  static AuditedFields fields(SshKey key) {
    return new AuditedFields().with("name", key.name()).with("description", key.description());
  }

  static AuditedFields fields(SshKeyDraft draft) {
    return new AuditedFields()
        .with("name", draft.name())
        .with("description", draft.description())
        .secret("private_key", draft.privateKey().isPresent())
        .secret("unlock_password", draft.unlockPassword().isPresent());
  }
}
