package io.vespene.core.audit;

import io.vespene.core.database.JsonColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An object's fields as the audit log compares them. Named as the REST API spells them. */
public final class AuditedFields {
  private static final int MAX_LENGTH = 500;

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<String> secrets = new HashSet<>();

  /** A field that anybody who sees the object may see. */
  public AuditedFields with(String field, Object value) {
    texts.put(field, text(value));
    return this;
  }

  /** A field that is told to nobody. It counts as changed whenever a value is given. */
  public AuditedFields secret(String field, boolean given) {
    if (given) {
      texts.put(field, FieldChange.SECRET);
      secrets.add(field);
    }
    return this;
  }

  /** The fields that are not as they were. */
  List<FieldChange> since(AuditedFields before) {
    var changes = new ArrayList<FieldChange>();
    texts.forEach((field, text) -> {
      if (secrets.contains(field)) {
        changes.add(new FieldChange(field, Optional.empty(), text));
        return;
      }
      String old = before.texts.getOrDefault(field, "");
      if (!old.equals(text)) {
        changes.add(
            new FieldChange(
                field, Optional.of(cut(old)).filter(some -> !some.isEmpty()), cut(text)));
      }
    });
    return List.copyOf(changes);
  }

  private static String text(Object value) {
    return switch (value) {
      case Collection<?> several ->
          several.stream().map(String::valueOf).collect(Collectors.joining(", "));
      case Map<?, ?> object when object.isEmpty() -> "";
      case Map<?, ?> object -> JsonColumn.write(JsonColumn.object(object));
      default -> value.toString();
    };
  }

  private static String cut(String text) {
    return text.length() <= MAX_LENGTH
        ? text
        : text.substring(0, MAX_LENGTH) + "… (" + text.length() + " characters)";
  }
}
