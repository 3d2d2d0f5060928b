package io.vespene.jinja.method;

import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import java.util.List;

/** Methods of numbers. */
final class NumberMethods {

  static final List<Routine> INTEGER =
      List.of(
          Routine.of(
              "bit_length",
              "",
              (owner, _, _) -> IntegerValue.of(Numbers.requireInteger(owner).abs().bitLength())),
          Routine.of(
              "bit_count",
              "",
              (owner, _, _) -> IntegerValue.of(Numbers.requireInteger(owner).abs().bitCount())));

  static final List<Routine> FLOAT =
      List.of(
          Routine.of(
              "is_integer",
              "",
              (owner, _, _) -> {
                double number = ((FloatValue) owner).value();
                return BooleanValue.of(Double.isFinite(number) && number == Math.rint(number));
              }));

  private NumberMethods() {}
}
