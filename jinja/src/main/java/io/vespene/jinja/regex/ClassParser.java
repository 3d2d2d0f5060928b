package io.vespene.jinja.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Parses a set in square brackets, after the opening one. */
final class ClassParser {

  private final RegexReader reader;
  private final EscapeParser escapes;

  ClassParser(RegexReader reader, EscapeParser escapes) {
    this.reader = reader;
    this.escapes = escapes;
  }

  IntPredicate parse() {
    boolean negated = reader.skip('^');
    List<IntPredicate> members = new ArrayList<>(List.of(parseMember()));
    while (!reader.skip(']')) {
      members.add(parseMember());
    }
    // Not a chain of or(): long sets would nest as deep as they are long.
    return point -> negated != isAny(members, point);
  }

  private static boolean isAny(List<IntPredicate> members, int point) {
    for (IntPredicate member : members) {
      if (member.test(point)) {
        return true;
      }
    }
    return false;
  }

  private IntPredicate parseMember() {
    boolean escaped = reader.skip('\\');
    if (escaped && CharacterSets.find(reader.peek()).isPresent()) {
      return escapes.parseSet();
    }
    int first = escaped ? character() : reader.next();
    int beforeDash = reader.mark();
    if (!reader.skip('-')) {
      return point -> point == first;
    }
    if (reader.peek() == ']') {
      reader.reset(beforeDash);
      return point -> point == first;
    }
    int last = reader.skip('\\') ? character() : reader.next();
    if (last < first) {
      throw reader.failure("bad character range");
    }
    return point -> point >= first && point <= last;
  }

  /** Inside brackets {@code \b} is a backspace. */
  private int character() {
    return reader.skip('b') ? '\b' : escapes.parseCharacter();
  }
}
