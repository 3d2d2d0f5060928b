package io.vespene.core.snippet;

import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;

/** Snippets as the audit log sees them. */
final class AuditedSnippet {
  private AuditedSnippet() {}

  static AuditedObject object(Snippet snippet) {
    return new AuditedObject(ObjectType.SNIPPET, snippet.id(), snippet.name());
  }

  static AuditedFields fields(SnippetDraft draft) {
    return new AuditedFields()
        .with("name", draft.name())
        .with("description", draft.description())
        .with("text", draft.text());
  }
}
