package io.vespene.jinja.routine;

import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.python.Truth;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The arguments of one call of a routine, by the names its declaration gives them. */
public final class Arguments {

  private final String routine;
  private final Map<String, Value> values;
  private final Set<String> given;
  private final CallArguments rest;

  Arguments(String routine, Map<String, Value> values, Set<String> given, CallArguments rest) {
    this.routine = routine;
    this.values = values;
    this.given = given;
    this.rest = rest;
  }

  public Value value(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /** Whether the call passed this one, rather than leaving it to its default. */
  public boolean isGiven(String name) {
    return given.contains(name);
  }

  public boolean isNone(String name) {
    return value(name) == NoneValue.NONE;
  }

  /** The argument as a whole number, moved into the range of an {@code int}. */
  public int integer(String name) {
    return Numbers.clampToInt(value(name));
  }

  public boolean truth(String name) {
    return Truth.of(value(name));
  }

  /** The argument as printing would show it. */
  public String text(String name, Meter meter) {
    return TextForm.of(value(name), meter);
  }

  /**
   * The argument, which must be a text.
   *
   * @throws RenderException if it is something else
   */
  public String requireText(String name) {
    Value value = value(name);
    if (value instanceof TextValue text) {
      return text.value();
    }
    throw new RenderException(
        "%s: '%s' must be a text, not %s".formatted(routine, name, value.typeName()));
  }

  /** What the call passes beyond the declared parameters. */
  public CallArguments rest() {
    return rest;
  }
}
