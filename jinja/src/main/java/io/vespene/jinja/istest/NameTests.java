package io.vespene.jinja.istest;

import io.vespene.jinja.python.TextCase;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.TextValue;
import java.util.List;

/** Tests of texts: their case, and whether they name something. */
final class NameTests {

  static final List<Routine> ALL =
      List.of(
          IsTest.of(
              "lower",
              "",
              (value, given, rendering) -> TextCase.isLower(TextForm.of(value, rendering.meter()))),
          IsTest.of(
              "upper",
              "",
              (value, given, rendering) -> TextCase.isUpper(TextForm.of(value, rendering.meter()))),
          IsTest.of(
              "filter",
              "",
              (value, given, rendering) ->
                  value instanceof TextValue name && rendering.hasFilter(name.value())),
          IsTest.of(
              "test",
              "",
              (value, given, rendering) ->
                  value instanceof TextValue name && rendering.hasTest(name.value())));

  private NameTests() {}
}
