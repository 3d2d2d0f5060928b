package io.vespene.jinja.method;

import io.vespene.jinja.python.QuotedText;
import io.vespene.jinja.python.Whitespace;
import io.vespene.jinja.routine.Routine;
import java.util.List;
import java.util.function.IntPredicate;

/** Methods that ask what kind of characters a text has. */
final class TextKindMethods {

  static final List<Routine> ALL =
      List.of(
          all("isalpha", Character::isLetter),
          all("isdecimal", TextKindMethods::isDecimal),
          all("isdigit", TextKindMethods::isDigit),
          all("isnumeric", TextKindMethods::isNumeric),
          all("isalnum", point -> Character.isLetter(point) || isNumeric(point)),
          all("isspace", Whitespace::isSpace),
          TextMethod.asking("isascii", text -> text.chars().allMatch(c -> c < 0x80)),
          TextMethod.asking(
              "isprintable", text -> text.codePoints().allMatch(QuotedText::isPrintable)),
          TextMethod.asking("isidentifier", TextKindMethods::isIdentifier));

  private TextKindMethods() {}

  private static Routine all(String name, IntPredicate kind) {
    return TextMethod.asking(name, text -> !text.isEmpty() && text.codePoints().allMatch(kind));
  }

  private static boolean isDecimal(int point) {
    return Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER;
  }

  private static boolean isDigit(int point) {
    boolean superscript = point == 0xb2 || point == 0xb3 || point == 0xb9 || point == 0x2070;
    boolean subscript =
        (point >= 0x2074 && point <= 0x2079) || (point >= 0x2080 && point <= 0x2089);
    return isDecimal(point) || superscript || subscript;
  }

  private static boolean isNumeric(int point) {
    return switch (Character.getType(point)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && (text.codePointAt(0) == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(0)))
        && text.codePoints().allMatch(Character::isUnicodeIdentifierPart);
  }
}
