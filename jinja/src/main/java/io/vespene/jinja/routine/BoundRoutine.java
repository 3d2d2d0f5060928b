package io.vespene.jinja.routine;

import io.vespene.jinja.value.Value;
import java.util.Optional;

/** A routine together with the value it belongs to: {@code 'a'.upper} before it is called. */
public record BoundRoutine(Routine routine, Value owner) implements CallableValue {

  @Override
  public Value call(CallArguments arguments, Rendering rendering) {
    return routine.apply(owner, arguments, rendering);
  }

  @Override
  public Optional<Value> attribute(String name) {
    return Optional.empty();
  }

  @Override
  public String text() {
    return "<built-in method %s of %s object>".formatted(routine.name(), owner.typeName());
  }

  @Override
  public String typeName() {
    return "builtin_function_or_method";
  }
}
