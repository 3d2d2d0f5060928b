package io.vespene.core.variable;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.secret.Cell;
import io.vespene.core.secret.Keyset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encrypts the values of secret sets, and reads them again for builds. */
record SecretValues(Keyset keyset) {
  /** The set as it may be shown and stored in plain sight. */
  static VariableSetDraft masked(VariableSetDraft draft) {
    if (!draft.secret()) {
      return draft;
    }
    var masks = new LinkedHashMap<String, @Nullable Object>();
    draft.variables().keySet().forEach(name -> masks.put(name, Mask.TEXT));
    return new VariableSetDraft(draft.name(), draft.description(), true, masks);
  }

  /** The values of a secret set, for its row; nothing of any other. */
  Optional<byte[]> encrypt(long id, VariableSetDraft draft) {
    return draft.secret()
        ? Optional.of(keyset.encrypt(JsonColumn.write(draft.variables()), cell(id)))
        : Optional.empty();
  }

  /** The values themselves, of any set. */
  Map<String, @Nullable Object> values(VariableSetStore.Row row) {
    return row.secretValues()
        .map(encrypted -> JsonColumn.read(keyset.decrypt(encrypted, cell(row.shown().id()))))
        .orElseGet(() -> row.shown().settings().variables());
  }

  private static Cell cell(long id) {
    return new Cell("variable_sets", id, "secret_values");
  }
}
