package io.vespene.jinja.regex;

import io.vespene.jinja.python.Whitespace;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Named sets of characters. */
final class CharacterSets {

  private CharacterSets() {}

  /** The set of an escape such as {@code \d}; empty if the letter names none. */
  static Optional<IntPredicate> find(int letter) {
    return switch (letter) {
      case 'd' -> Optional.of(Character::isDigit);
      case 'D' -> Optional.of(point -> !Character.isDigit(point));
      case 'w' -> Optional.of(CharacterSets::isWord);
      case 'W' -> Optional.of(point -> !isWord(point));
      case 's' -> Optional.of(Whitespace::isSpace);
      case 'S' -> Optional.of(point -> !Whitespace.isSpace(point));
      default -> Optional.empty();
    };
  }

  static boolean isWord(int point) {
    return point == '_' || Character.isLetterOrDigit(point);
  }

  /** The same set with both cases of every letter in it. */
  static IntPredicate ignoringCase(IntPredicate set) {
    return point ->
        set.test(point)
            || set.test(Character.toLowerCase(point))
            || set.test(Character.toUpperCase(point));
  }
}
