package io.vespene.jinja.format;

import io.vespene.jinja.value.RenderException;

/**
 * What stands after the colon in {@code {:>10.2f}}.
 *
 * @param fill the character that pads
 * @param align {@code <}, {@code >}, {@code ^}, {@code =}, or 0 for the type's own
 * @param sign {@code +}, {@code -} or a blank, or 0
 * @param alternate whether {@code #} was given
 * @param zeros whether {@code 0} stood before the width
 * @param width the least number of characters
 * @param grouping {@code ,} or {@code _} between groups of digits, or 0
 * @param precision digits, or -1
 * @param type the letter at the end, or 0
 */
record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean alternate,
    boolean zeros,
    int width,
    char grouping,
    int precision,
    char type) {

  static FormatSpec parse(String text) {
    return new Reader(text).read();
  }

  /** The most that padding can take, in UTF-16 units. */
  long fillLength() {
    return (long) width * Character.charCount(fill);
  }

  /** Pads a text whose type is aligned left unless told otherwise. */
  String pad(String text, char ownAlignment) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    String filler = Character.toString(fill);
    return switch (align == 0 ? ownAlignment : align) {
      case '<' -> text + filler.repeat(missing);
      case '^' -> filler.repeat(missing / 2) + text + filler.repeat(missing - missing / 2);
      default -> filler.repeat(missing) + text;
    };
  }

  private static final class Reader {

    private final String text;
    private int position;

    Reader(String text) {
      this.text = text;
    }

    FormatSpec read() {
      int fill = ' ';
      char align = 0;
      int first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
      boolean filled = first > 0 && isAlignment(at(first));
      if (filled) {
        fill = text.codePointAt(0);
        align = at(first);
        position = first + 1;
      } else if (isAlignment(at(0))) {
        align = take();
      }
      char sign = "+- ".indexOf(at(position)) >= 0 ? take() : 0;
      boolean alternate = skip('#');
      boolean zeros = skip('0');
      if (zeros && !filled) {
        fill = '0';
      }
      int width = Math.max(0, readNumber());
      char grouping = at(position) == ',' || at(position) == '_' ? take() : 0;
      int precision = skip('.') ? requireNumber() : -1;
      char type = position < text.length() ? take() : 0;
      if (position < text.length()) {
        throw new RenderException("invalid format specifier '" + text + "'");
      }
      return new FormatSpec(fill, align, sign, alternate, zeros, width, grouping, precision, type);
    }

    private static boolean isAlignment(char character) {
      return character == '<' || character == '>' || character == '^' || character == '=';
    }

    private int requireNumber() {
      int number = readNumber();
      if (number < 0) {
        throw new RenderException("format specifier missing precision");
      }
      return number;
    }

    private int readNumber() {
      long number = -1;
      while (at(position) >= '0' && at(position) <= '9') {
        number = Math.max(0, number) * 10 + (take() - '0');
        if (number > Integer.MAX_VALUE) {
          throw new RenderException("too many decimal digits in format string");
        }
      }
      return (int) number;
    }

    private boolean skip(char expected) {
      boolean found = at(position) == expected;
      position += found ? 1 : 0;
      return found;
    }

    private char take() {
      return text.charAt(position++);
    }

    private char at(int index) {
      return index < text.length() ? text.charAt(index) : '\0';
    }
  }
}
