package io.vespene.jinja.regex;

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
    IntPredicate members = parseMember();
    while (!reader.skip(']')) {
      members = members.or(parseMember());
    }
    return negated ? members.negate() : members;
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
