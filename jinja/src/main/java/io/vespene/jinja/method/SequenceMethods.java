package io.vespene.jinja.method;

import io.vespene.jinja.python.Equality;
import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.Value;
import java.util.List;

/** Methods of every sequence. */
final class SequenceMethods {

  static final List<Routine> ALL =
      List.of(
          Routine.of("count", "value", SequenceMethods::count),
          Routine.of("index", "value, start=0, stop=none", SequenceMethods::index));

  private SequenceMethods() {}

  private static Value count(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    Value wanted = given.value("value");
    return IntegerValue.of(
        Iteration.toList(sequence, meter).stream()
            .filter(element -> Equality.equal(element, wanted, meter))
            .count());
  }

  private static Value index(Value sequence, Arguments given, Rendering rendering) {
    List<Value> elements = Iteration.toList(sequence, rendering.meter());
    int size = elements.size();
    int stop = given.isNone("stop") ? size : bound(given.value("stop"), size);
    for (int i = bound(given.value("start"), size); i < Math.min(stop, size); i++) {
      if (Equality.equal(elements.get(i), given.value("value"), rendering.meter())) {
        return IntegerValue.of(i);
      }
    }
    throw new RenderException("the value is not in the " + sequence.typeName());
  }

  private static int bound(Value value, int size) {
    long bound = Numbers.clampToInt(value);
    return (int) Math.max(0, bound < 0 ? bound + size : bound);
  }
}
