package io.vespene.jinja.syntax;

import io.vespene.jinja.syntax.Token.Kind;

/** Reads string literals and their escapes, as Python has them. */
final class StringLiteral {

  private final String source;
  private final int start;
  private final StringBuilder decoded = new StringBuilder();
  private int position;

  private StringLiteral(String source, int start) {
    this.source = source;
    this.start = start;
    this.position = start + 1;
  }

  /** The string whose opening quote is here. */
  static Token read(String source, int start) {
    return new StringLiteral(source, start).read();
  }

  private Token read() {
    char quote = source.charAt(start);
    while (position < source.length()) {
      char next = source.charAt(position++);
      if (next == quote) {
        return new Token(Kind.STRING, decoded.toString(), start, position);
      }
      if (next == '\\' && position < source.length()) {
        readEscape(source.charAt(position++));
      } else {
        decoded.append(next);
      }
    }
    throw new SyntaxException(start, start + 1, "the string is never closed: expected " + quote);
  }

  private void readEscape(char escape) {
    switch (escape) {
      case '\n' -> {}
      case '\\', '\'', '"' -> decoded.append(escape);
      case 'a' -> decoded.append('\u0007');
      case 'b' -> decoded.append('\b');
      case 'f' -> decoded.append('\f');
      case 'n' -> decoded.append('\n');
      case 'r' -> decoded.append('\r');
      case 't' -> decoded.append('\t');
      case 'v' -> decoded.append('\u000b');
      case 'x' -> readCodePoint(2);
      case 'u' -> readCodePoint(4);
      case 'U' -> readCodePoint(8);
      case 'N' -> readNamedCharacter();
      case '0', '1', '2', '3', '4', '5', '6', '7' -> readOctal();
      default -> decoded.append('\\').append(escape);
    }
  }

  private void readCodePoint(int digits) {
    int end = position;
    while (end < position + digits
        && end < source.length()
        && Character.digit(source.charAt(end), 16) >= 0) {
      end++;
    }
    String hex = source.substring(position, end);
    long point = hex.length() == digits ? Long.parseLong(hex, 16) : -1;
    if (point < 0 || point > Character.MAX_CODE_POINT) {
      throw new SyntaxException(
          position - 2,
          end,
          "the escape needs %d hexadecimal digits of a character".formatted(digits));
    }
    decoded.appendCodePoint((int) point);
    position = end;
  }

  private void readOctal() {
    int from = position - 1;
    int end = position;
    while (end < from + 3 && end < source.length() && Character.digit(source.charAt(end), 8) >= 0) {
      end++;
    }
    decoded.appendCodePoint(Integer.parseInt(source.substring(from, end), 8));
    position = end;
  }

  private void readNamedCharacter() {
    int end = source.indexOf('}', position);
    if (!source.startsWith("{", position) || end < 0) {
      throw new SyntaxException(position - 2, position, "expected {NAME OF A CHARACTER} after \\N");
    }
    String name = source.substring(position + 1, end);
    try {
      decoded.appendCodePoint(Character.codePointOf(name));
    } catch (IllegalArgumentException unknown) {
      throw new SyntaxException(position - 2, end + 1, "unknown character name '" + name + "'");
    }
    position = end + 1;
  }
}
