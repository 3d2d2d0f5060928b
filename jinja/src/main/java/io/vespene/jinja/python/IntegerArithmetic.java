package io.vespene.jinja.python;

import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Whole numbers of any size; division and remainder round towards minus infinity. */
final class IntegerArithmetic {

  private static final int BITS_A_DOUBLE_HOLDS_EXACTLY = 53;
  private static final MathContext MORE_DIGITS_THAN_A_DOUBLE = new MathContext(40);

  private IntegerArithmetic() {}

  static Value apply(Operator operator, BigInteger left, BigInteger right, Meter meter) {
    // Whatever the operator, it reads both to their ends; a remainder may be small all the same.
    meter.integerBits(Math.max(left.bitLength(), right.bitLength()));
    return switch (operator) {
      case ADD -> meter.newInteger(left.add(right));
      case SUBTRACT -> meter.newInteger(left.subtract(right));
      case MULTIPLY -> multiply(left, right, meter);
      case DIVIDE -> new FloatValue(divide(left, right));
      case FLOOR_DIVIDE -> meter.newInteger(floorDivide(left, right));
      case MODULO -> meter.newInteger(modulo(left, right));
      case POWER -> power(left, right, meter);
    };
  }

  private static Value multiply(BigInteger left, BigInteger right, Meter meter) {
    meter.integerBits((long) left.bitLength() + right.bitLength());
    return meter.newInteger(left.multiply(right));
  }

  private static double divide(BigInteger left, BigInteger right) {
    if (right.signum() == 0) {
      throw new RenderException("division by zero");
    }
    if (left.bitLength() <= BITS_A_DOUBLE_HOLDS_EXACTLY
        && right.bitLength() <= BITS_A_DOUBLE_HOLDS_EXACTLY) {
      return left.doubleValue() / right.doubleValue();
    }
    double quotient =
        new BigDecimal(left).divide(new BigDecimal(right), MORE_DIGITS_THAN_A_DOUBLE).doubleValue();
    if (Double.isInfinite(quotient)) {
      throw new RenderException("integer division result too large for a float");
    }
    return quotient;
  }

  static BigInteger floorDivide(BigInteger left, BigInteger right) {
    requireDivisor(right);
    BigInteger[] parts = left.divideAndRemainder(right);
    boolean roundedUp = parts[1].signum() != 0 && parts[1].signum() != right.signum();
    return roundedUp ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  static BigInteger modulo(BigInteger left, BigInteger right) {
    requireDivisor(right);
    BigInteger remainder = left.remainder(right);
    boolean otherSign = remainder.signum() != 0 && remainder.signum() != right.signum();
    return otherSign ? remainder.add(right) : remainder;
  }

  private static void requireDivisor(BigInteger divisor) {
    if (divisor.signum() == 0) {
      throw new RenderException("integer division or modulo by zero");
    }
  }

  private static Value power(BigInteger base, BigInteger exponent, Meter meter) {
    if (exponent.signum() < 0) {
      return new FloatValue(
          FloatArithmetic.power(Numbers.toFloat(base), Numbers.toFloat(exponent)));
    }
    if (base.bitLength() <= 1 && base.signum() >= 0) {
      return meter.newInteger(exponent.signum() == 0 ? BigInteger.ONE : base);
    }
    if (base.equals(BigInteger.ONE.negate())) {
      return meter.newInteger(exponent.testBit(0) ? base : BigInteger.ONE);
    }
    int times = Numbers.clampToInt(exponent);
    meter.integerBits((long) base.bitLength() * times);
    return meter.newInteger(base.pow(times));
  }
}
