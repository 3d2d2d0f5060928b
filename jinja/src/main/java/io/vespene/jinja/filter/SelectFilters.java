package io.vespene.jinja.filter;

import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Selected;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.python.Truth;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.StreamValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Filters that apply a filter or test to each element; they work only when their result is read.
 */
final class SelectFilters {

  private static final String ATTRIBUTE = "attribute";
  private static final String DEFAULT = "default";

  static final List<Routine> ALL =
      List.of(
          Routine.of("map", "*", SelectFilters::map),
          Routine.of("select", "*", (s, given, r) -> select(s, given.rest(), r, true)),
          Routine.of("reject", "*", (s, given, r) -> select(s, given.rest(), r, false)),
          Routine.of("selectattr", "attribute, *", (s, given, r) -> selectBy(s, given, r, true)),
          Routine.of("rejectattr", "attribute, *", (s, given, r) -> selectBy(s, given, r, false)));

  private SelectFilters() {}

  private static Value map(Value sequence, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    if (!Truth.of(sequence)) {
      return empty();
    }
    Iterator<Value> elements = Iteration.of(sequence);
    Function<Value, Value> change = change(given.rest(), rendering);
    return new StreamValue("generator", new Mapped(elements, meter, change));
  }

  private static Value empty() {
    return new StreamValue("generator", Collections.emptyIterator());
  }

  private static Function<Value, Value> change(CallArguments given, Rendering rendering) {
    if (given.positional().isEmpty() && given.named().containsKey(ATTRIBUTE)) {
      AttributePath path = attributePath(given.named(), rendering.meter());
      return element -> path.read(element, rendering);
    }
    String filter = name("map", given.positional(), rendering);
    CallArguments arguments = given.withoutFirst();
    return element -> rendering.filter(filter, element, arguments);
  }

  private static AttributePath attributePath(Map<String, Value> named, Meter meter) {
    for (String name : named.keySet()) {
      if (!name.equals(ATTRIBUTE) && !name.equals(DEFAULT)) {
        throw new RenderException("map: unexpected keyword argument '" + name + "'");
      }
    }
    return AttributePath.of(named.getOrDefault(ATTRIBUTE, NoneValue.NONE), meter)
        .orElse(named.getOrDefault(DEFAULT, NoneValue.NONE));
  }

  private static Value select(
      Value sequence, CallArguments given, Rendering rendering, boolean keep) {
    return selectIf(sequence, element -> element, given, rendering, keep);
  }

  private static Value selectBy(
      Value sequence, Arguments given, Rendering rendering, boolean keep) {
    AttributePath path = AttributePath.of(given.value("attribute"), rendering.meter());
    return selectIf(
        sequence, element -> path.read(element, rendering), given.rest(), rendering, keep);
  }

  private static Value selectIf(
      Value sequence,
      Function<Value, Value> subject,
      CallArguments given,
      Rendering rendering,
      boolean keep) {
    if (!Truth.of(sequence)) {
      return empty();
    }
    Predicate<Value> test = test(given, rendering);
    return new StreamValue(
        "generator",
        new Selected(
            Iteration.of(sequence),
            rendering.meter(),
            element -> test.test(subject.apply(element)) == keep));
  }

  private static Predicate<Value> test(CallArguments given, Rendering rendering) {
    if (given.positional().isEmpty()) {
      return Truth::of;
    }
    String test = name("test", given.positional(), rendering);
    CallArguments arguments = given.withoutFirst();
    return element -> rendering.test(test, element, arguments);
  }

  private static String name(String what, List<Value> positional, Rendering rendering) {
    if (positional.isEmpty()) {
      throw new RenderException(what + " needs the name of a filter");
    }
    Value name = positional.getFirst();
    if (name instanceof UndefinedValue undefined) {
      throw new RenderException(
          undefined.description().get() + "; did you forget to quote the name?");
    }
    return TextForm.of(name, rendering.meter());
  }
}
