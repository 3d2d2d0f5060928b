package io.vespene.jinja.filter;

import io.vespene.jinja.python.NumberText;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Filters that make numbers of other values. */
final class ConversionFilters {

  static final List<Routine> ALL =
      List.of(
          Routine.of("int", "default=0, base=10", ConversionFilters::toInteger),
          Routine.of("float", "default=none", ConversionFilters::toFloat));

  private ConversionFilters() {}

  private static Value toInteger(Value subject, Arguments given, Rendering rendering) {
    Optional<BigInteger> integer =
        subject instanceof TextValue text
            ? NumberText.findInteger(text.value(), given.integer("base"))
            : Numbers.findInteger(subject);
    return integer
        .or(() -> findFloat(subject).filter(number -> !number.isNaN()).map(Numbers::truncate))
        .<Value>map(rendering.meter()::newInteger)
        .orElseGet(() -> given.value("default"));
  }

  private static Value toFloat(Value subject, Arguments given, Rendering rendering) {
    Value absent = given.isGiven("default") ? given.value("default") : new FloatValue(0);
    return findFloat(subject).<Value>map(FloatValue::new).orElse(absent);
  }

  /**
   * The number a value is or spells.
   *
   * @throws RenderException if it is undefined
   */
  static Optional<Double> findFloat(Value value) {
    return switch (value) {
      case FloatValue number -> Optional.of(number.value());
      case TextValue text -> NumberText.findFloat(text.value());
      case UndefinedValue undefined -> throw undefined.failure();
      case IntegerValue integer -> Optional.of(Numbers.toFloat(integer.value()));
      default -> Numbers.findInteger(value).map(BigInteger::doubleValue);
    };
  }
}
