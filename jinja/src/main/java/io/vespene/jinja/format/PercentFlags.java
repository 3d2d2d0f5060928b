package io.vespene.jinja.format;

/**
 * What may stand between {@code %} and the width.
 *
 * @param left {@code -}: padded on the right
 * @param sign {@code +}: a sign also before positive numbers
 * @param blank a space: a blank instead of that sign
 * @param alternate {@code #}: the longer form
 * @param zeros {@code 0}: numbers are padded with zeros
 */
record PercentFlags(boolean left, boolean sign, boolean blank, boolean alternate, boolean zeros) {

  static final PercentFlags NONE = new PercentFlags(false, false, false, false, false);

  PercentFlags with(char flag) {
    return switch (flag) {
      case '-' -> withLeft();
      case '+' -> new PercentFlags(left, true, blank, alternate, zeros);
      case ' ' -> new PercentFlags(left, sign, true, alternate, zeros);
      case '#' -> new PercentFlags(left, sign, blank, true, zeros);
      default -> new PercentFlags(left, sign, blank, alternate, true);
    };
  }

  PercentFlags withLeft() {
    return new PercentFlags(true, sign, blank, alternate, zeros);
  }

  /** The sign to write before a number. */
  String signOf(boolean negative) {
    return negative ? "-" : sign ? "+" : blank ? " " : "";
  }

  String pad(String text, int width, boolean numeric) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    if (left) {
      return text + " ".repeat(missing);
    }
    if (!zeros || !numeric) {
      return " ".repeat(missing) + text;
    }
    int digits = prefixLength(text);
    return text.substring(0, digits) + "0".repeat(missing) + text.substring(digits);
  }

  private static int prefixLength(String number) {
    int sign = "+- ".indexOf(number.charAt(0)) >= 0 ? 1 : 0;
    boolean prefixed =
        number.length() > sign + 1
            && number.charAt(sign) == '0'
            && "xXo".indexOf(number.charAt(sign + 1)) >= 0;
    return prefixed ? sign + 2 : sign;
  }
}
