package io.vespene.jinja.python;

import io.vespene.jinja.value.RenderException;

/** Floats, with the errors Python raises where the bare hardware would give infinities. */
final class FloatArithmetic {

  private FloatArithmetic() {}

  static double apply(Operator operator, double left, double right) {
    return switch (operator) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / requireDivisor(right);
      case FLOOR_DIVIDE -> floorDivide(left, requireDivisor(right));
      case MODULO -> modulo(left, requireDivisor(right));
      case POWER -> power(left, right);
    };
  }

  private static double requireDivisor(double divisor) {
    if (divisor == 0) {
      throw new RenderException("float division by zero");
    }
    return divisor;
  }

  /** The remainder has the sign of the divisor, also when it is zero. */
  private static double modulo(double left, double right) {
    double remainder = left % right;
    if (remainder == 0) {
      return Math.copySign(0.0, right);
    }
    return remainder < 0 == right < 0 ? remainder : remainder + right;
  }

  private static double floorDivide(double left, double right) {
    double remainder = left % right;
    double quotient = (left - remainder) / right;
    if (remainder != 0 && remainder < 0 != right < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, left / right);
    }
    // The division above may have lost half a unit, so the nearest whole number is the answer.
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  static double power(double base, double exponent) {
    if (base == 0 && exponent < 0) {
      throw new RenderException("0.0 cannot be raised to a negative power");
    }
    if (base == 1) {
      return 1;
    }
    if (base < 0 && Double.isFinite(base) && exponent != Math.rint(exponent)) {
      throw new RenderException("a negative number cannot be raised to a fractional power");
    }
    if (base == -1 && Double.isInfinite(exponent)) {
      return 1;
    }
    double power = Math.pow(base, exponent);
    if (Double.isInfinite(power) && Double.isFinite(base) && Double.isFinite(exponent)) {
      throw new RenderException("the result of ** is too large");
    }
    return power;
  }
}
