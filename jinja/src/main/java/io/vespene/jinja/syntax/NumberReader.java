package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Token.Kind;

/** Reads number literals: {@code 1_000}, {@code 0xff}, {@code 1.5}, {@code 1e-3}. */
final class NumberReader {

  private static final int MAX_DIGITS = 4300;

  private final String source;

  NumberReader(String source) {
    this.source = source;
  }

  /** The number that starts at this digit; its text has no underscores. */
  Token read(int at) {
    int end = floatEnd(at);
    boolean isFloat = end > at;
    if (!isFloat) {
      end = integerEnd(at);
    }
    if (end - at > MAX_DIGITS) {
      throw new SyntaxException(
          at, end, "the number has more than %d digits".formatted(MAX_DIGITS));
    }
    String text = source.substring(at, end).replace("_", "");
    return new Token(isFloat ? Kind.FLOAT : Kind.INTEGER, text, at, end);
  }

  /** The end of a number with a fraction or an exponent, else the start. */
  private int floatEnd(int at) {
    boolean afterDot = at > 0 && source.charAt(at - 1) == '.';
    int whole = digitsEnd(at, 10);
    if (afterDot || whole == at) {
      return at;
    }
    boolean dotted = charAt(whole) == '.' && isDigit(charAt(whole + 1), 10);
    int fraction = dotted ? digitsEnd(whole + 1, 10) : whole;
    if (Character.toLowerCase(charAt(fraction)) == 'e') {
      int sign = charAt(fraction + 1) == '+' || charAt(fraction + 1) == '-' ? 1 : 0;
      int exponent = fraction + 1 + sign;
      if (isDigit(charAt(exponent), 10)) {
        return digitsEnd(exponent, 10);
      }
    }
    return dotted ? fraction : at;
  }

  private int integerEnd(int at) {
    if (charAt(at) != '0') {
      return digitsEnd(at, 10);
    }
    int radix =
        switch (Character.toLowerCase(charAt(at + 1))) {
          case 'b' -> 2;
          case 'o' -> 8;
          case 'x' -> 16;
          default -> 0;
        };
    int first = charAt(at + 2) == '_' ? at + 3 : at + 2;
    if (radix > 0 && isDigit(charAt(first), radix)) {
      return digitsEnd(first, radix);
    }
    int end = at + 1;
    while (charAt(end) == '0' || (charAt(end) == '_' && charAt(end + 1) == '0')) {
      end++;
    }
    return end;
  }

  /** The end of digits between which single underscores may stand. */
  private int digitsEnd(int from, int radix) {
    int end = from;
    while (isDigit(charAt(end), radix)
        || (end > from && charAt(end) == '_' && isDigit(charAt(end + 1), radix))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char character, int radix) {
    return character < 128 && Character.digit(character, radix) >= 0;
  }

  private char charAt(int at) {
    return at < source.length() ? source.charAt(at) : '\0';
  }
}
