package io.vespene.jinja.routine;

import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.Optional;

/** A parameter of a routine; required when it has no default. */
record Parameter(String name, Optional<Value> defaultValue) {

  /** Reads {@code name} or {@code name=default}. */
  static Parameter parse(String declaration) {
    int equals = declaration.indexOf('=');
    return equals < 0
        ? new Parameter(declaration, Optional.empty())
        : new Parameter(
            declaration.substring(0, equals),
            Optional.of(literal(declaration.substring(equals + 1))));
  }

  private static Value literal(String text) {
    return switch (text) {
      case "none" -> NoneValue.NONE;
      case "true" -> BooleanValue.TRUE;
      case "false" -> BooleanValue.FALSE;
      default ->
          text.startsWith("'")
              ? new TextValue(text.substring(1, text.length() - 1))
              : IntegerValue.of(Long.parseLong(text));
    };
  }
}
