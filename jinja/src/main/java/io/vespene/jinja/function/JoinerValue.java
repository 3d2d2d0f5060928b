package io.vespene.jinja.function;

import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.routine.CallableValue;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.Optional;

/** What {@code joiner()} makes: nothing at the first call, its separator at every later one. */
final class JoinerValue implements CallableValue {

  private final TextValue separator;
  private boolean used;

  JoinerValue(String separator) {
    this.separator = new TextValue(separator);
  }

  @Override
  public Value call(CallArguments arguments, Rendering rendering) {
    boolean first = !used;
    used = true;
    return first ? TextValue.EMPTY : separator;
  }

  @Override
  public Optional<Value> attribute(String name) {
    return Optional.empty();
  }

  @Override
  public String text() {
    return "<joiner>";
  }

  @Override
  public String typeName() {
    return "Joiner";
  }
}
