package io.vespene.jinja.filter;

import io.vespene.jinja.method.Methods;
import io.vespene.jinja.python.Truth;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.DictView;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.StreamValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.Collections;
import java.util.List;

/** Filters of any value. */
final class ValueFilters {

  private static final Routine DEFAULT =
      Routine.of("default", "default_value='', boolean=false", ValueFilters::defaultTo);

  static final List<Routine> ALL =
      List.of(
          DEFAULT,
          DEFAULT.as("d"),
          Routine.of("attr", "name", ValueFilters::attribute),
          Routine.of("items", "", (subject, given, rendering) -> items(subject)),
          TextFilter.of("pprint", "", (text, given, meter) -> meter.newText(text)));

  private ValueFilters() {}

  private static Value defaultTo(Value subject, Arguments given, Rendering rendering) {
    boolean missing =
        subject instanceof UndefinedValue || (given.truth("boolean") && !Truth.of(subject));
    return missing ? given.value("default_value") : subject;
  }

  /** Unlike {@code subject.name}, never an element of a dictionary. */
  private static Value attribute(Value subject, Arguments given, Rendering rendering) {
    String name = given.text("name", rendering.meter());
    if (subject instanceof DictValue) {
      return Methods.find(subject, name)
          .orElseGet(() -> rendering.undefined("'dict' has no attribute '" + name + "'"));
    }
    return rendering.attribute(subject, name);
  }

  private static Value items(Value subject) {
    return switch (subject) {
      case DictValue dict ->
          new StreamValue("generator", new DictView(dict, DictView.Kind.ITEMS).items().iterator());
      case UndefinedValue _ -> new StreamValue("generator", Collections.emptyIterator());
      default -> throw new RenderException("can only get item pairs from a mapping");
    };
  }
}
