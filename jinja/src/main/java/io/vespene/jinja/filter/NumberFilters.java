package io.vespene.jinja.filter;

import io.vespene.jinja.format.FileSize;
import io.vespene.jinja.python.Arithmetic;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.python.Rounding;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.List;

/** Filters of numbers. */
final class NumberFilters {

  static final List<Routine> ALL =
      List.of(
          Routine.of("abs", "", (number, given, rendering) -> absolute(number)),
          Routine.of("round", "precision=0, method='common'", NumberFilters::round),
          Routine.of("filesizeformat", "binary=false", NumberFilters::formatFileSize));

  private NumberFilters() {}

  private static void requireNumber(String filter, Value value) {
    if (value instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
    if (!Numbers.isNumber(value)) {
      throw new RenderException(filter + " needs a number, not " + value.typeName());
    }
  }

  private static Value absolute(Value number) {
    requireNumber("abs", number);
    return number instanceof FloatValue fraction
        ? new FloatValue(Math.abs(fraction.value()))
        : new IntegerValue(Numbers.requireInteger(Arithmetic.plus(number)).abs());
  }

  private static Value round(Value number, Arguments given, Rendering rendering) {
    requireNumber("round", number);
    int precision = given.integer("precision");
    return switch (given.requireText("method")) {
      case "common" -> Rounding.toNearest(number, precision);
      case "ceil" -> Rounding.up(number, given.value("precision"), rendering.meter());
      case "floor" -> Rounding.down(number, given.value("precision"), rendering.meter());
      default -> throw new RenderException("the method must be 'common', 'ceil' or 'floor'");
    };
  }

  private static Value formatFileSize(Value size, Arguments given, Rendering rendering) {
    double bytes =
        ConversionFilters.findFloat(size)
            .orElseThrow(() -> new RenderException("filesizeformat needs a number"));
    return new TextValue(FileSize.format(bytes, given.truth("binary")));
  }
}
