package io.vespene.jinja.method;

import io.vespene.jinja.python.TextCase;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A method of texts. */
@FunctionalInterface
interface TextMethod {

  Value apply(String text, Arguments given, Meter meter);

  static Routine of(String name, String parameters, TextMethod method) {
    return Routine.of(
        name,
        parameters,
        (owner, given, rendering) ->
            method.apply(((TextValue) owner).value(), given, rendering.meter()));
  }

  /** A method without parameters whose result is about as long as the text. */
  static Routine changing(String name, UnaryOperator<String> change) {
    return of(name, "", (text, given, meter) -> TextCase.changed(text, change, meter));
  }

  /** A method without parameters that asks something about the text. */
  static Routine asking(String name, Predicate<String> question) {
    return of(
        name,
        "",
        (text, given, meter) -> {
          meter.characters(text.length());
          return BooleanValue.of(question.test(text));
        });
  }

  /** Texts that are counted already, as a list value. */
  static Value list(List<String> texts, Meter meter) {
    return meter.listOf(texts.stream().<Value>map(TextValue::new).toList());
  }
}
