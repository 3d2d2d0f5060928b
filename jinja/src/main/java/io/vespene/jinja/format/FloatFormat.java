package io.vespene.jinja.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Digits of finite, non-negative floats; exact values are rounded half to even. */
final class FloatFormat {

  private static final int SMALLEST_PLAIN_EXPONENT = -4;

  /** More than any float has; the rest are zeros. */
  private static final int MOST_FRACTION_DIGITS = 1100;

  private FloatFormat() {}

  /** {@code %f}: so many digits after the point. */
  static String fixed(double number, int precision) {
    int exact = Math.min(precision, MOST_FRACTION_DIGITS);
    String digits = new BigDecimal(number).setScale(exact, RoundingMode.HALF_EVEN).toPlainString();
    return digits + "0".repeat(precision - exact);
  }

  /** {@code %e}: one digit before the point and an exponent. */
  static String scientific(double number, int precision) {
    return scientific(Decimal.of(number, precision + 1), precision);
  }

  /**
   * {@code %g}: fixed or scientific, whichever is shorter, with so many digits in all.
   *
   * @param keepZeros whether zeros at the end stay
   */
  static String general(double number, int precision, boolean keepZeros) {
    return general(number, Math.max(1, precision), Math.max(1, precision), keepZeros);
  }

  /**
   * The form without a type: as {@code %g}, but a whole number keeps {@code .0}.
   *
   * @param keepZeros whether zeros at the end stay
   */
  static String plain(double number, int precision, boolean keepZeros) {
    int digits = Math.max(1, precision);
    String text = general(number, digits, digits - 1, keepZeros);
    return text.contains(".") || text.contains("e") ? text : text + ".0";
  }

  /** The longer form, which always has a point. */
  static String withPoint(String digits) {
    if (digits.contains(".")) {
      return digits;
    }
    int exponent = digits.indexOf('e');
    return exponent < 0
        ? digits + "."
        : digits.substring(0, exponent) + "." + digits.substring(exponent);
  }

  private static String general(
      double number, int digits, int firstScientificExponent, boolean keepZeros) {
    Decimal decimal = Decimal.of(number, digits);
    boolean scientific =
        decimal.exponent() < SMALLEST_PLAIN_EXPONENT
            || decimal.exponent() >= firstScientificExponent;
    String text =
        scientific
            ? scientific(decimal, digits - 1)
            : fixed(number, Math.max(0, digits - 1 - decimal.exponent()));
    return keepZeros ? text : withoutZeros(text);
  }

  private static String scientific(Decimal decimal, int precision) {
    String fraction = precision > 0 ? "." + decimal.digits().substring(1) : "";
    return String.format(
        Locale.ROOT,
        "%c%se%s%02d",
        decimal.digits().charAt(0),
        fraction,
        decimal.exponent() < 0 ? "-" : "+",
        Math.abs(decimal.exponent()));
  }

  private static String withoutZeros(String text) {
    int exponent = text.indexOf('e');
    String number = exponent < 0 ? text : text.substring(0, exponent);
    String rest = exponent < 0 ? "" : text.substring(exponent);
    if (!number.contains(".")) {
      return text;
    }
    int end = number.length();
    while (number.charAt(end - 1) == '0') {
      end--;
    }
    return number.substring(0, number.charAt(end - 1) == '.' ? end - 1 : end) + rest;
  }

  /** A number as digits with the point after the first, times a power of ten. */
  private record Decimal(String digits, int exponent) {

    static Decimal of(double number, int digits) {
      if (number == 0) {
        return new Decimal("0".repeat(digits), 0);
      }
      BigDecimal rounded =
          new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
      String unscaled = rounded.unscaledValue().toString();
      int exponent = unscaled.length() - 1 - rounded.scale();
      String padded = unscaled + "0".repeat(Math.max(0, digits - unscaled.length()));
      return new Decimal(padded.substring(0, digits), exponent);
    }
  }
}
