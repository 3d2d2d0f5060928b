package io.vespene.jinja.istest;

import io.vespene.jinja.format.PercentFormat;
import io.vespene.jinja.python.Arithmetic;
import io.vespene.jinja.python.Equality;
import io.vespene.jinja.python.Operator;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.List;

/** Tests of numbers. */
final class NumberTests {

  private static final Value ZERO = IntegerValue.of(0);
  private static final Value ONE = IntegerValue.of(1);
  private static final Value TWO = IntegerValue.of(2);

  static final List<Routine> ALL =
      List.of(
          IsTest.of("odd", "", (n, given, rendering) -> leaves(ONE, n, TWO, rendering.meter())),
          IsTest.of("even", "", (n, given, rendering) -> leaves(ZERO, n, TWO, rendering.meter())),
          IsTest.of(
              "divisibleby",
              "num",
              (n, given, rendering) -> leaves(ZERO, n, given.value("num"), rendering.meter())));

  private NumberTests() {}

  private static boolean leaves(Value remainder, Value number, Value divisor, Meter meter) {
    if (number instanceof TextValue text) {
      // In Python % formats a text; the result is never a number, but formatting may fail.
      PercentFormat.format(text.value(), divisor, meter);
      return false;
    }
    Value actual = Arithmetic.apply(Operator.MODULO, number, divisor, meter);
    return Equality.equal(actual, remainder, meter);
  }
}
