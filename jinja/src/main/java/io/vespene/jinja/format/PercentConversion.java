package io.vespene.jinja.format;

import io.vespene.jinja.python.CodePoints;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Converts one value as a {@code %} sequence says.
 *
 * @param type the letter at its end
 * @param precision digits after the point, or -1
 */
record PercentConversion(char type, PercentFlags flags, int precision, Meter meter) {

  private static final int DEFAULT_PRECISION = 6;

  static boolean isNumeric(char type) {
    return "diouxXeEfFgG".indexOf(type) >= 0;
  }

  String convert(Value value) {
    return switch (type) {
      case 's' -> cut(TextForm.of(value, meter));
      case 'r' -> cut(TextForm.quoted(value, meter));
      case 'a' -> cut(AsciiText.of(TextForm.quoted(value, meter), meter));
      case 'c' -> character(value);
      case 'd', 'i', 'u' -> decimal(value);
      case 'o', 'x', 'X' -> radix(value);
      case 'e', 'E', 'f', 'F', 'g', 'G' -> floating(requireNumber(value));
      default -> throw new RenderException("unsupported format character '" + type + "' after %");
    };
  }

  private String cut(String text) {
    return precision >= 0 && precision < CodePoints.count(text)
        ? CodePoints.part(text, 0, precision)
        : text;
  }

  private String character(Value value) {
    if (value instanceof TextValue text && CodePoints.count(text.value()) == 1) {
      return text.value();
    }
    int point = Numbers.findInteger(value).map(BigInteger::intValue).orElse(-1);
    if (!Character.isValidCodePoint(point)) {
      throw new RenderException("the format character c requires a whole number or one character");
    }
    return Character.toString(point);
  }

  private String decimal(Value value) {
    BigInteger integer =
        value instanceof FloatValue number
            ? Numbers.truncate(number.value())
            : Numbers.findInteger(value).orElseThrow(() -> notANumber(value));
    String digits = TextForm.ofInteger(integer.abs());
    return flags.signOf(integer.signum() < 0) + zeroFilled(digits);
  }

  private String radix(Value value) {
    BigInteger integer = Numbers.findInteger(value).orElseThrow(() -> notANumber(value));
    String digits = integer.abs().toString(type == 'o' ? 8 : 16);
    String prefix = flags.alternate() ? "0" + type : "";
    String cased = type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    return flags.signOf(integer.signum() < 0) + prefix + zeroFilled(cased);
  }

  private String zeroFilled(String digits) {
    return "0".repeat(Math.max(0, precision - digits.length())) + digits;
  }

  private String floating(double number) {
    boolean negative = number < 0 || (number == 0 && 1 / number < 0);
    String digits = digits(Math.abs(number));
    boolean upper = Character.isUpperCase(type);
    return flags.signOf(negative) + (upper ? digits.toUpperCase(Locale.ROOT) : digits);
  }

  private String digits(double number) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "nan" : "inf";
    }
    int digits = precision < 0 ? DEFAULT_PRECISION : precision;
    return switch (Character.toLowerCase(type)) {
      case 'e' -> withPoint(FloatFormat.scientific(number, digits));
      case 'f' -> withPoint(FloatFormat.fixed(number, digits));
      default -> withPoint(FloatFormat.general(number, digits, flags.alternate()));
    };
  }

  private String withPoint(String digits) {
    return flags.alternate() ? FloatFormat.withPoint(digits) : digits;
  }

  private double requireNumber(Value value) {
    if (!Numbers.isNumber(value)) {
      throw notANumber(value);
    }
    return Numbers.requireFloat(value);
  }

  private RenderException notANumber(Value value) {
    return new RenderException(
        "%%%c format: a number is required, not %s".formatted(type, value.typeName()));
  }
}
