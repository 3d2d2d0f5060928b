package io.vespene.jinja.function;

import io.vespene.jinja.routine.BoundRoutine;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.ObjectValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.Optional;

/** What {@code cycler()} makes: goes through its values again and again. */
final class CyclerValue implements ObjectValue {

  private static final Routine NEXT =
      Routine.of("next", "", (owner, _, _) -> ((CyclerValue) owner).next());
  private static final Routine RESET =
      Routine.of("reset", "", (owner, _, _) -> ((CyclerValue) owner).reset());

  private final List<Value> values;
  private int position;

  CyclerValue(List<Value> values) {
    if (values.isEmpty()) {
      throw new RenderException("cycler() needs something to cycle through");
    }
    this.values = values;
  }

  private Value current() {
    return values.get(position);
  }

  private Value next() {
    Value current = current();
    position = (position + 1) % values.size();
    return current;
  }

  private Value reset() {
    position = 0;
    return NoneValue.NONE;
  }

  @Override
  public Optional<Value> attribute(String name) {
    return switch (name) {
      case "next" -> Optional.of(new BoundRoutine(NEXT, this));
      case "reset" -> Optional.of(new BoundRoutine(RESET, this));
      case "current" -> Optional.of(current());
      default -> Optional.empty();
    };
  }

  @Override
  public String text() {
    return "<cycler>";
  }

  @Override
  public String typeName() {
    return "Cycler";
  }
}
