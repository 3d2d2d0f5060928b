package io.vespene.jinja.function;

import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.routine.CallableValue;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.Value;
import java.util.Optional;

/** A function that every template can call by name. */
record GlobalFunction(Routine routine) implements CallableValue {

  @Override
  public Value call(CallArguments arguments, Rendering rendering) {
    return routine.apply(NoneValue.NONE, arguments, rendering);
  }

  @Override
  public Optional<Value> attribute(String name) {
    return Optional.empty();
  }

  @Override
  public String text() {
    return "<function " + routine.name() + ">";
  }

  @Override
  public String typeName() {
    return "function";
  }
}
