package io.vespene.jinja.method;

import io.vespene.jinja.python.Equality;
import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Ordering;
import io.vespene.jinja.python.Ordering.Keyed;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.Value;
import java.util.Collections;
import java.util.List;

/** Methods that change a list, for use with {@code {% do %}}. */
final class ListMethods {

  static final List<Routine> ALL =
      List.of(
          method("append", "object", ListMethods::append),
          method("extend", "iterable", ListMethods::extend),
          method("insert", "index, object", ListMethods::insert),
          method("pop", "index=-1", ListMethods::pop),
          method("remove", "value", ListMethods::remove),
          method("reverse", "", ListMethods::reverse),
          method("sort", "reverse=false", ListMethods::sort),
          method("clear", "", ListMethods::clear),
          method("copy", "", (list, given, meter) -> meter.listOf(list)));

  /** Elements behind an inserted or removed one move in blocks. */
  private static final int MOVES_PER_STEP = 64;

  private ListMethods() {}

  private interface ListMethod {
    Value apply(List<Value> list, Arguments given, Meter meter);
  }

  private static Routine method(String name, String parameters, ListMethod method) {
    return Routine.of(
        name,
        parameters,
        (owner, given, rendering) ->
            method.apply(((ListValue) owner).items(), given, rendering.meter()));
  }

  private static Value append(List<Value> list, Arguments given, Meter meter) {
    meter.retain(given.value("object"));
    list.add(given.value("object"));
    return NoneValue.NONE;
  }

  private static Value extend(List<Value> list, Arguments given, Meter meter) {
    list.addAll(Iteration.toList(given.value("iterable"), meter));
    return NoneValue.NONE;
  }

  private static Value insert(List<Value> list, Arguments given, Meter meter) {
    meter.retain(given.value("object"));
    meter.steps(list.size() / MOVES_PER_STEP);
    long index = given.integer("index");
    long fromStart = index < 0 ? index + list.size() : index;
    list.add((int) Math.clamp(fromStart, 0L, list.size()), given.value("object"));
    return NoneValue.NONE;
  }

  private static Value pop(List<Value> list, Arguments given, Meter meter) {
    if (list.isEmpty()) {
      throw new RenderException("pop from empty list");
    }
    long index = given.integer("index");
    long fromStart = index < 0 ? index + list.size() : index;
    if (fromStart < 0 || fromStart >= list.size()) {
      throw new RenderException("pop index out of range");
    }
    meter.steps((list.size() - fromStart) / MOVES_PER_STEP);
    return list.remove((int) fromStart);
  }

  private static Value remove(List<Value> list, Arguments given, Meter meter) {
    for (int i = 0; i < list.size(); i++) {
      if (Equality.equal(list.get(i), given.value("value"), meter)) {
        list.remove(i);
        return NoneValue.NONE;
      }
    }
    throw new RenderException("list.remove(x): x not in list");
  }

  private static Value reverse(List<Value> list, Arguments given, Meter meter) {
    meter.steps(list.size());
    Collections.reverse(list);
    return NoneValue.NONE;
  }

  private static Value sort(List<Value> list, Arguments given, Meter meter) {
    meter.elements(list.size());
    List<Keyed> keyed = list.stream().map(value -> new Keyed(value, value)).toList();
    List<Value> sorted = Ordering.sorted(keyed, given.truth("reverse"), meter);
    list.clear();
    list.addAll(sorted);
    return NoneValue.NONE;
  }

  private static Value clear(List<Value> list, Arguments given, Meter meter) {
    list.clear();
    return NoneValue.NONE;
  }
}
