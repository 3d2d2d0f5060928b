package io.vespene.jinja.filter;

import io.vespene.jinja.python.TextCase;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.Value;
import java.util.function.UnaryOperator;

/** A filter that works on the text of any value. */
@FunctionalInterface
interface TextFilter {

  Value apply(String text, Arguments given, Meter meter);

  static Routine of(String name, String parameters, TextFilter filter) {
    return Routine.of(
        name,
        parameters,
        (subject, given, rendering) -> {
          String text = TextForm.of(subject, rendering.meter());
          rendering.meter().characters(text.length());
          return filter.apply(text, given, rendering.meter());
        });
  }

  /** A filter without parameters whose result is about as long as the text. */
  static Routine changing(String name, UnaryOperator<String> change) {
    return of(name, "", (text, given, meter) -> TextCase.changed(text, change, meter));
  }
}
