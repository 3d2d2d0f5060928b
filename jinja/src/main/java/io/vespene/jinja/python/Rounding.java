package io.vespene.jinja.python;

import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Rounding to decimal digits. */
public final class Rounding {

  /** Beyond this many digits a float is what it is, or zero. */
  private static final int MAX_DIGITS = 400;

  private static final Value TEN = IntegerValue.of(10);

  private Rounding() {}

  /** Python's {@code round}: exact ties go to the even digit. */
  public static Value toNearest(Value number, int digits) {
    int clamped = Math.clamp(digits, -MAX_DIGITS, MAX_DIGITS);
    if (!(number instanceof FloatValue fraction)) {
      BigInteger integer = Numbers.requireInteger(number);
      return new IntegerValue(
          clamped >= 0
              ? integer
              : new BigDecimal(integer).setScale(clamped, RoundingMode.HALF_EVEN).toBigInteger());
    }
    double value = fraction.value();
    if (!Double.isFinite(value) || value == 0) {
      return number;
    }
    double rounded = new BigDecimal(value).setScale(clamped, RoundingMode.HALF_EVEN).doubleValue();
    if (Double.isInfinite(rounded)) {
      throw new RenderException("rounded value too large to represent");
    }
    return new FloatValue(Math.copySign(rounded, value));
  }

  public static Value up(Value number, Value digits, Meter meter) {
    return scaled(number, digits, RoundingMode.CEILING, meter);
  }

  public static Value down(Value number, Value digits, Meter meter) {
    return scaled(number, digits, RoundingMode.FLOOR, meter);
  }

  private static Value scaled(Value number, Value digits, RoundingMode mode, Meter meter) {
    Value factor = Arithmetic.apply(Operator.POWER, TEN, digits, meter);
    Value product = Arithmetic.apply(Operator.MULTIPLY, number, factor, meter);
    return Arithmetic.apply(Operator.DIVIDE, whole(product, mode), factor, meter);
  }

  private static Value whole(Value product, RoundingMode mode) {
    if (!(product instanceof FloatValue fraction)) {
      return product;
    }
    Numbers.truncate(fraction.value());
    return new IntegerValue(new BigDecimal(fraction.value()).setScale(0, mode).toBigInteger());
  }
}
