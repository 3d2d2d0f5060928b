package io.vespene.jinja.regex;

import java.util.function.IntPredicate;

/** Parses what follows a backslash. */
final class EscapeParser {

  private final RegexReader reader;

  EscapeParser(RegexReader reader) {
    this.reader = reader;
  }

  /** A set such as {@code \d}, or the set of one character. */
  IntPredicate parseSet() {
    var set = CharacterSets.find(reader.peek());
    if (set.isPresent()) {
      reader.next();
      return set.get();
    }
    int character = parseCharacter();
    return point -> point == character;
  }

  int parseCharacter() {
    int escape = reader.next();
    return switch (escape) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'f' -> '\f';
      case 'v' -> 0x0b;
      case 'a' -> 0x07;
      case '0' -> 0;
      case 'x' -> parseHexadecimal(2);
      case 'u' -> parseHexadecimal(4);
      default -> literal(escape);
    };
  }

  private int literal(int escape) {
    if (escape >= '1' && escape <= '9') {
      throw reader.failure("back references are not supported");
    }
    if (escape < 0x80 && Character.isLetterOrDigit(escape)) {
      throw reader.failure("bad escape \\" + Character.toString(escape));
    }
    return escape;
  }

  private int parseHexadecimal(int digits) {
    int character = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(reader.next(), 16);
      if (digit < 0) {
        throw reader.failure("expected a hexadecimal digit");
      }
      character = character * 16 + digit;
    }
    return character;
  }
}
