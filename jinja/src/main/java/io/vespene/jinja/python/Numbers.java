package io.vespene.jinja.python;

import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Values as the numbers they are. */
public final class Numbers {

  private Numbers() {}

  /** The whole number this is; truth values are 0 and 1. */
  public static Optional<BigInteger> findInteger(Value value) {
    return switch (value) {
      case IntegerValue integer -> Optional.of(integer.value());
      case BooleanValue bool -> Optional.of(bool.isTrue() ? BigInteger.ONE : BigInteger.ZERO);
      default -> Optional.empty();
    };
  }

  public static boolean isNumber(Value value) {
    return value instanceof FloatValue || value instanceof IntegerValue || isBoolean(value);
  }

  private static boolean isBoolean(Value value) {
    return value instanceof BooleanValue;
  }

  /**
   * The whole number this is.
   *
   * @throws RenderException if it is none
   */
  public static BigInteger requireInteger(Value value) {
    if (value instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
    return findInteger(value)
        .orElseThrow(() ->
            new RenderException(
                "'%s' object cannot be interpreted as an integer".formatted(value.typeName())));
  }

  /** The whole number this is, moved into the range of an {@code int}. */
  public static int clampToInt(Value value) {
    return clampToInt(requireInteger(value));
  }

  static int clampToInt(BigInteger integer) {
    if (integer.bitLength() < Integer.SIZE) {
      return integer.intValue();
    }
    return integer.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
  }

  /**
   * The number as a float.
   *
   * @throws RenderException if it is no number or too large
   */
  public static double requireFloat(Value value) {
    if (value instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
    if (value instanceof FloatValue number) {
      return number.value();
    }
    return toFloat(
        findInteger(value)
            .orElseThrow(() -> new RenderException("must be a number, not " + value.typeName())));
  }

  /**
   * The nearest float.
   *
   * @throws RenderException if the number is too large for one
   */
  public static double toFloat(BigInteger integer) {
    double number = integer.doubleValue();
    if (Double.isInfinite(number)) {
      throw new RenderException("int too large to convert to float");
    }
    return number;
  }

  /**
   * The whole part of a float.
   *
   * @throws RenderException if it is infinite or not a number
   */
  public static BigInteger truncate(double number) {
    if (Double.isNaN(number)) {
      throw new RenderException("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(number)) {
      throw new RenderException("cannot convert float infinity to integer");
    }
    return new BigDecimal(number).toBigInteger();
  }
}
