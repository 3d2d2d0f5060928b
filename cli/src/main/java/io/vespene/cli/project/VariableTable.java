package io.vespene.cli.project;

import io.vespene.cli.client.Json;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.VariableOrigin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Variables of a build with their origins. */
final class VariableTable {
  private VariableTable() {}

  static void print(
      Terminal terminal,
      Map<String, @Nullable Object> values,
      Map<String, VariableOrigin> origins) {
    Table table = new Table("NAME", "VALUE", "FROM", "INSTEAD OF");
    values.forEach((name, value) -> {
      Optional<VariableOrigin> origin = Optional.ofNullable(origins.get(name));
      table.add(
          name,
          Json.line(value),
          origin.map(o -> words(o.level(), o.name(), o.variableSet())).orElse("–"),
          String.join(
              ", ",
              origin.map(VariableOrigin::shadowed).orElse(List.of()).stream()
                  .map(beaten ->
                      Json.line(beaten.value())
                          + " of "
                          + words(beaten.level(), beaten.name(), beaten.variableSet()))
                  .toList()));
    });
    table.print(terminal, "There are no variables.");
  }

  private static String words(String level, String name, Optional<String> set) {
    String object = level.replace('_', ' ') + " " + name;
    return set.map(inside -> "variable set " + inside + " of " + object).orElse(object);
  }
}
