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

  private final FormatSpec spec;

  private SpecFormat(FormatSpec spec) {
    this.spec = spec;
  }

  static String format(Value value, String text, Meter meter) {
    if (text.isEmpty()) {
      return TextForm.of(value, meter);
    }
    FormatSpec spec = FormatSpec.parse(text);
    meter.characters((long) spec.width() + Math.max(0, spec.precision()));
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
          case 0, 'd', 'n' -> grouped(TextForm.ofInteger(integer.abs()), 3);
          case 'b' -> grouped(integer.abs().toString(2), 4);
          case 'o' -> grouped(integer.abs().toString(8), 4);
          case 'x' -> grouped(integer.abs().toString(16), 4);
          case 'X' -> grouped(integer.abs().toString(16).toUpperCase(Locale.ROOT), 4);
          case 'c' -> Character.toString(requireCodePoint(integer));
          default -> throw wrongType("int");
        };
    boolean prefixed = spec.alternate() && isBinary(spec.type());
    String prefix = sign(integer.signum() < 0) + (prefixed ? "0" + spec.type() : "");
    int group = isBinary(spec.type()) ? 4 : 3;
    return padNumber(prefix, digits, group);
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
    String grouped = grouped(upper.substring(0, point), 3) + upper.substring(point);
    return padNumber(sign(negative), grouped, 3);
  }

  private String digits(double number, char type) {
    if (!Double.isFinite(number)) {
      return (Double.isNaN(number) ? "nan" : "inf") + (type == '%' ? "%" : "");
    }
    int precision = spec.precision() < 0 ? DEFAULT_PRECISION : spec.precision();
    return switch (Character.toLowerCase(type)) {
      case 0 ->
          spec.precision() < 0 ? FloatText.of(number) : FloatFormat.plain(number, spec.precision());
      case 'e' -> FloatFormat.scientific(number, precision);
      case 'f' -> FloatFormat.fixed(number, precision);
      case 'g', 'n' -> FloatFormat.general(number, precision, spec.alternate());
      case '%' -> FloatFormat.fixed(number * 100, precision) + "%";
      default -> throw wrongType("float");
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
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - group; at > 0; at -= group) {
      grouped.insert(at, spec.grouping());
    }
    return grouped.toString();
  }

  private String padNumber(String prefix, String digits, int group) {
    boolean inside = spec.align() == '=' || (spec.align() == 0 && spec.zeros());
    if (!inside) {
      return spec.pad(prefix + digits, '>');
    }
    StringBuilder padded = new StringBuilder(digits);
    int missing = spec.width() - prefix.length() - digits.length();
    if (spec.fill() == '0' && spec.grouping() != 0) {
      return prefix + zeroFilled(padded, missing, group);
    }
    return prefix + Character.toString(spec.fill()).repeat(Math.max(0, missing)) + digits;
  }

  /** Leading zeros are grouped too, and a group never starts with a separator. */
  private String zeroFilled(StringBuilder digits, int missing, int group) {
    int whole = firstSeparatedDigits(digits, group);
    for (int left = missing; left > 0; left--) {
      if (whole == group) {
        digits.insert(0, spec.grouping());
        whole = 0;
        if (--left <= 0) {
          digits.insert(0, '0');
          break;
        }
      }
      digits.insert(0, '0');
      whole++;
    }
    return digits.toString();
  }

  private int firstSeparatedDigits(StringBuilder digits, int group) {
    int separator = digits.indexOf(String.valueOf(spec.grouping()));
    int first = separator >= 0 ? separator : firstNonDigit(digits.toString());
    return Math.min(first, group);
  }

  private RenderException wrongType(String type) {
    return new RenderException("the format specifier does not fit a value of type '" + type + "'");
  }
}
