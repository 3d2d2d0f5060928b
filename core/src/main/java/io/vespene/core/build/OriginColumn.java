package io.vespene.core.build;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.variable.Level;
import io.vespene.core.variable.Origin;
import io.vespene.core.variable.ResolvedVariable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where each variable of a build is from, and what it beat, as a JSON object by name. */
final class OriginColumn {
  private OriginColumn() {}

  static String write(List<ResolvedVariable> variables) {
    var column = new LinkedHashMap<String, @Nullable Object>();
    for (ResolvedVariable variable : variables) {
      Map<String, @Nullable Object> entry = origin(variable.origin());
      List<Map<String, @Nullable Object>> shadowed =
          variable.shadowed().stream().map(OriginColumn::shadowed).toList();
      entry.put("shadowed", shadowed);
      column.put(variable.name(), entry);
    }
    return JsonColumn.write(column);
  }

  /** The variables with these values; those of builds older than the column have no origin. */
  static List<ResolvedVariable> read(String column, Map<String, @Nullable Object> values) {
    var variables = new ArrayList<ResolvedVariable>();
    JsonColumn.read(column)
        .forEach((name, content) -> {
          Map<String, @Nullable Object> entry = JsonColumn.object(content);
          List<ResolvedVariable.Shadowed> shadowed =
              JsonColumn.list(entry.get("shadowed")).stream()
                  .map(JsonColumn::object)
                  .map(beaten ->
                      new ResolvedVariable.Shadowed(beaten.get("value"), readOrigin(beaten)))
                  .toList();
          variables.add(new ResolvedVariable(name, values.get(name), readOrigin(entry), shadowed));
        });
    return variables;
  }

  private static Map<String, @Nullable Object> shadowed(ResolvedVariable.Shadowed shadowed) {
    Map<String, @Nullable Object> entry = origin(shadowed.origin());
    entry.put("value", shadowed.value());
    return entry;
  }

  private static Map<String, @Nullable Object> origin(Origin origin) {
    var entry = new LinkedHashMap<String, @Nullable Object>();
    entry.put("level", origin.level().name());
    entry.put("name", origin.name());
    origin.variableSet().ifPresent(set -> entry.put("variable_set", set));
    return entry;
  }

  private static Origin readOrigin(Map<String, @Nullable Object> entry) {
    return new Origin(
        Level.valueOf(String.valueOf(entry.get("level"))),
        String.valueOf(entry.get("name")),
        Optional.ofNullable(entry.get("variable_set")).map(String::valueOf));
  }
}
