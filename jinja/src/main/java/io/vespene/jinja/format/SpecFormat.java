package io.vespene.jinja.format;

import io.vespene.jinja.python.CodePoints;
import io.vespene.jinja.python.FloatText;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.math.BigInteger;
import java.util.Locale;

/** Formats a value by a {@link FormatSpec}, as Python's {@code format(value, spec)}. */
final class SpecFormat {

  private static final String FLOAT_TYPES = "eEfFgG%";
  private static final int DEFAULT_PRECISION = 6;

  /** The padding is made before it is joined to what it pads. */
  private static final int COPIES = 2;

  private final FormatSpec spec;

  private SpecFormat(FormatSpec spec) {
    this.spec = spec;
  }

  static String format(Value value, String text, Meter meter) {
    if (text.isEmpty()) {
      return TextForm.of(value, meter);
    }
    FormatSpec spec = FormatSpec.parse(text);
    meter.characters(COPIES * (spec.fillLength() + Math.max(0, spec.precision())));
    return new SpecFormat(spec).format(value);
  }

  private String format(Value value) {
    return switch (value) {
      case TextValue text -> formatText(text.value());
      case FloatValue number -> formatFloat(number.value(), 'f');
      case IntegerValue _, BooleanValue _ -> formatInteger(Numbers.requireInteger(value));
      case UndefinedValue undefined -> {
        undefined.requireLenient();
        throw unsupported(value);
      }
      default -> throw unsupported(value);
    };
  }

  private static RenderException unsupported(Value value) {
    return new RenderException("'" + value.typeName() + "' cannot be formatted with a specifier");
  }

  private String formatText(String text) {
    boolean numberOnly =
        spec.align() == '=' || spec.sign() != 0 || spec.alternate() || spec.grouping() != 0;
    if (numberOnly || (spec.type() != 0 && spec.type() != 's')) {
      throw wrongType("str");
    }
    return spec.pad(cut(text), '<');
  }

  private String cut(String text) {
    boolean longer = spec.precision() >= 0 && spec.precision() < CodePoints.count(text);
    return longer ? CodePoints.part(text, 0, spec.precision()) : text;
  }

  private String formatInteger(BigInteger integer) {
    if (FLOAT_TYPES.indexOf(spec.type()) >= 0) {
      return formatFloat(Numbers.toFloat(integer), spec.type());
    }
    if (spec.precision() >= 0) {
      throw new RenderException("precision not allowed in integer format specifier");
    }
    requireFitting();
    String digits =
        switch (spec.type()) {
          case 0, 'd', 'n' -> TextForm.ofInteger(integer.abs());
          case 'b' -> integer.abs().toString(2);
          case 'o' -> integer.abs().toString(8);
          case 'x' -> integer.abs().toString(16);
          case 'X' -> integer.abs().toString(16).toUpperCase(Locale.ROOT);
          case 'c' -> Character.toString(requireCodePoint(integer));
          default -> throw wrongType("int");
        };
    boolean prefixed = spec.alternate() && isBinary(spec.type());
    String prefix = sign(integer.signum() < 0) + (prefixed ? "0" + spec.type() : "");
    int group = isBinary(spec.type()) ? 4 : 3;
    return padNumber(prefix, digits, "", group);
  }

  private static boolean isBinary(char type) {
    return type == 'b' || type == 'o' || type == 'x' || type == 'X';
  }

  private void requireFitting() {
    char type = spec.type();
    boolean badGrouping =
        spec.grouping() != 0
            && (type == 'n' || type == 'c' || (spec.grouping() == ',' && isBinary(type)));
    if (badGrouping || (type == 'c' && (spec.sign() != 0 || spec.alternate()))) {
      throw new RenderException("the format specifier combines what cannot be combined");
    }
  }

  private static int requireCodePoint(BigInteger integer) {
    if (integer.bitLength() > 21 || !Character.isValidCodePoint(integer.intValue())) {
      throw new RenderException("the number for the type c is no character");
    }
    return integer.intValue();
  }

  private String formatFloat(double number, char integerType) {
    boolean negative = number < 0 || (number == 0 && 1 / number < 0);
    char type = spec.type() == 0 ? 0 : integerType == 'f' ? spec.type() : integerType;
    String digits = digits(Math.abs(number), type);
    String upper = Character.isUpperCase(type) ? digits.toUpperCase(Locale.ROOT) : digits;
    int point = firstNonDigit(upper);
    return padNumber(sign(negative), upper.substring(0, point), upper.substring(point), 3);
  }

  private String digits(double number, char type) {
    if (type != 0 && "eEfFgGn%".indexOf(type) < 0) {
      throw wrongType("float");
    }
    if (!Double.isFinite(number)) {
      return (Double.isNaN(number) ? "nan" : "inf") + (type == '%' ? "%" : "");
    }
    String digits = finiteDigits(number, Character.toLowerCase(type));
    return spec.alternate() ? FloatFormat.withPoint(digits) : digits;
  }

  private String finiteDigits(double number, char type) {
    if (type == 0 && spec.precision() < 0) {
      return FloatText.of(number);
    }
    int precision = spec.precision() < 0 ? DEFAULT_PRECISION : spec.precision();
    return switch (type) {
      case 0 -> FloatFormat.plain(number, precision, spec.alternate());
      case 'e' -> FloatFormat.scientific(number, precision);
      case 'f' -> FloatFormat.fixed(number, precision);
      case '%' -> FloatFormat.fixed(number * 100, precision) + "%";
      default -> FloatFormat.general(number, precision, spec.alternate());
    };
  }

  private static int firstNonDigit(String text) {
    int at = 0;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private String sign(boolean negative) {
    return negative ? "-" : spec.sign() == '+' ? "+" : spec.sign() == ' ' ? " " : "";
  }

  private String grouped(String digits, int group) {
    if (spec.grouping() == 0) {
      return digits;
    }
    StringBuilder grouped = new StringBuilder(digits.length() + digits.length() / group);
    for (int at = 0; at < digits.length(); at++) {
      boolean starts = at > 0 && (digits.length() - at) % group == 0;
      grouped.append(starts ? String.valueOf(spec.grouping()) : "").append(digits.charAt(at));
    }
    return grouped.toString();
  }

  /** Sign and prefix, then digits; what follows the digits is not grouped. */
  private String padNumber(String prefix, String digits, String rest, int group) {
    boolean inside = spec.align() == '=' || (spec.align() == 0 && spec.zeros());
    if (!inside) {
      return spec.pad(prefix + grouped(digits, group) + rest, '>');
    }
    int space = spec.width() - prefix.length() - rest.length();
    if (spec.fill() == '0') {
      String filled = zeroFilled(digits, space, group);
      return prefix + (digits.isEmpty() ? filled : grouped(filled, group)) + rest;
    }
    String number = grouped(digits, group);
    return prefix
        + Character.toString(spec.fill()).repeat(Math.max(0, space - number.length()))
        + number
        + rest;
  }

  /** So many leading zeros that the digits, with separators between groups, fill the space. */
  private String zeroFilled(String digits, int space, int group) {
    if (digits.isEmpty() || spec.grouping() == 0) {
      return "0".repeat(Math.max(0, space - digits.length())) + digits;
    }
    int groups = Math.max(0, space) / (group + 1);
    int needed = space - groups;
    boolean startsWithSeparator = space > 0 && space % (group + 1) == 0;
    int count = startsWithSeparator ? needed + 1 : needed;
    return "0".repeat(Math.max(0, count - digits.length())) + digits;
  }

  private RenderException wrongType(String type) {
    return new RenderException("the format specifier does not fit a value of type '" + type + "'");
  }
}
