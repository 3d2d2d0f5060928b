package io.vespene.jinja.function;

import io.vespene.jinja.python.Dictionaries;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RangeValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The global functions by name. */
public final class Functions {

  private static final List<Routine> ALL =
      List.of(
          Routine.of("range", "*", Functions::range),
          Routine.of("dict", "*", Functions::dict),
          Routine.of("namespace", "*", Functions::namespace),
          Routine.of("cycler", "*", (_, given, _) -> new CyclerValue(given.rest().positional())),
          Routine.of("joiner", "sep=none", Functions::joiner));

  private Functions() {}

  public static Map<String, Value> all() {
    return ALL.stream().collect(Collectors.toMap(Routine::name, GlobalFunction::new));
  }

  private static Value range(Value subject, Arguments given, Rendering rendering) {
    List<Long> bounds = given.rest().positional().stream().map(Functions::bound).toList();
    if (!given.rest().named().isEmpty()) {
      throw new RenderException("range() takes no keyword arguments");
    }
    return switch (bounds.size()) {
      case 1 -> new RangeValue(0, bounds.get(0), 1);
      case 2 -> new RangeValue(bounds.get(0), bounds.get(1), 1);
      case 3 -> new RangeValue(bounds.get(0), bounds.get(1), bounds.get(2));
      default -> throw new RenderException("range() takes 1 to 3 arguments, got " + bounds.size());
    };
  }

  private static long bound(Value value) {
    BigInteger bound = Numbers.requireInteger(value);
    if (bound.bitLength() >= Integer.SIZE * 2 - 2) {
      throw new RenderException("range() bound is too large");
    }
    return bound.longValue();
  }

  private static Value dict(Value subject, Arguments given, Rendering rendering) {
    return makeDict("dict", given, rendering.meter());
  }

  private static Value namespace(Value subject, Arguments given, Rendering rendering) {
    NamespaceValue namespace = new NamespaceValue(rendering.meter());
    namespace.setAll(makeDict("namespace", given, rendering.meter()));
    return namespace;
  }

  private static Value joiner(Value subject, Arguments given, Rendering rendering) {
    return new JoinerValue(given.isNone("sep") ? ", " : given.text("sep", rendering.meter()));
  }

  private static DictValue makeDict(String function, Arguments given, Meter meter) {
    List<Value> positional = given.rest().positional();
    if (positional.size() > 1) {
      throw new RenderException(
          function + "() takes at most 1 positional argument, got " + positional.size());
    }
    DictValue dict = new DictValue();
    positional.forEach(value -> Dictionaries.update(dict, value, meter));
    given.rest().named().forEach((key, value) -> dict.put(new TextValue(key), value, meter));
    return dict;
  }
}
