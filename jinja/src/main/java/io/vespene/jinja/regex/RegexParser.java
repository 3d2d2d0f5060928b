package io.vespene.jinja.regex;

import io.vespene.jinja.regex.RegexNode.OneOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Parses a pattern in Python's notation. */
final class RegexParser {

  private static final int MAX_NESTING = 50;
  private static final int MAX_GROUPS = 50;
  private static final int MAX_REPEAT = 1000;

  private final RegexReader reader;
  private final EscapeParser escapes;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private RegexFlags flags;
  private int groups;
  private int nesting;

  RegexParser(String pattern, RegexFlags flags) {
    this.reader = new RegexReader(pattern);
    this.escapes = new EscapeParser(reader);
    this.flags = flags;
  }

  RegexNode parse() {
    readFlags();
    RegexNode node = parseChoice();
    if (reader.peek() != RegexReader.END) {
      throw reader.failure("unbalanced parenthesis");
    }
    return node;
  }

  int groups() {
    return groups;
  }

  Map<String, Integer> names() {
    return names;
  }

  private void readFlags() {
    int start = reader.mark();
    if (!reader.skip("(?")) {
      return;
    }
    while ("ims".indexOf(reader.peek()) >= 0) {
      flags = flags.with((char) reader.next());
    }
    if (!reader.skip(')')) {
      reader.reset(start);
    }
  }

  private RegexNode parseChoice() {
    if (++nesting > MAX_NESTING) {
      throw reader.failure("groups are nested more than %d deep".formatted(MAX_NESTING));
    }
    List<RegexNode> parts = new ArrayList<>(List.of(parseSequence()));
    while (reader.skip('|')) {
      parts.add(parseSequence());
    }
    nesting--;
    return parts.size() == 1 ? parts.getFirst() : new RegexNode.Choice(List.copyOf(parts));
  }

  private RegexNode parseSequence() {
    List<RegexNode> parts = new ArrayList<>();
    while (reader.peek() != RegexReader.END && reader.peek() != '|' && reader.peek() != ')') {
      parts.add(parseRepeats(parseAtom()));
    }
    return new RegexNode.Sequence(List.copyOf(parts));
  }

  private RegexNode parseRepeats(RegexNode atom) {
    int minimum;
    OptionalInt maximum = OptionalInt.empty();
    if (reader.skip('*')) {
      minimum = 0;
    } else if (reader.skip('+')) {
      minimum = 1;
    } else if (reader.skip('?')) {
      minimum = 0;
      maximum = OptionalInt.of(1);
    } else {
      return parseCount(atom);
    }
    return repeat(atom, minimum, maximum);
  }

  private RegexNode parseCount(RegexNode atom) {
    int start = reader.mark();
    if (!reader.skip('{')) {
      return atom;
    }
    OptionalInt minimum = number();
    OptionalInt maximum = reader.skip(',') ? number() : minimum;
    boolean exact = maximum.equals(minimum);
    if (!reader.skip('}') || (exact && minimum.isEmpty())) {
      reader.reset(start);
      return atom;
    }
    int least = minimum.orElse(0);
    if (maximum.isPresent() && maximum.getAsInt() < least) {
      throw reader.failure("min repeat greater than max repeat");
    }
    return repeat(atom, least, maximum);
  }

  private OptionalInt number() {
    int number = -1;
    while (reader.peek() >= '0' && reader.peek() <= '9') {
      number = Math.max(0, number) * 10 + (reader.next() - '0');
      if (number > MAX_REPEAT) {
        throw reader.failure("more than %d repeats".formatted(MAX_REPEAT));
      }
    }
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private RegexNode repeat(RegexNode atom, int minimum, OptionalInt maximum) {
    boolean greedy = !reader.skip('?');
    if ("*+?".indexOf(reader.peek()) >= 0) {
      throw reader.failure("multiple repeat");
    }
    if (atom instanceof RegexNode.Place) {
      throw reader.failure("nothing to repeat");
    }
    return new RegexNode.Repeat(atom, minimum, maximum, greedy);
  }

  private RegexNode parseAtom() {
    int point = reader.next();
    return switch (point) {
      case '(' -> parseGroup();
      case '[' -> oneOf(new ClassParser(reader, escapes).parse());
      case '.' -> new OneOf(flags.dotAll() ? any -> true : any -> any != '\n');
      case '^' -> place(flags.multiline() ? Assertion.LINE_START : Assertion.TEXT_START);
      case '$' -> place(flags.multiline() ? Assertion.LINE_END : Assertion.LAST_LINE_END);
      case '\\' -> parseEscape();
      case '*', '+', '?' -> throw reader.failure("nothing to repeat");
      default -> oneOf(other -> other == point);
    };
  }

  private RegexNode parseEscape() {
    if (reader.skip('A')) {
      return place(Assertion.TEXT_START);
    }
    if (reader.skip('Z')) {
      return place(Assertion.TEXT_END);
    }
    if (reader.skip('b')) {
      return place(Assertion.WORD_BOUNDARY);
    }
    if (reader.skip('B')) {
      return place(Assertion.NO_WORD_BOUNDARY);
    }
    return oneOf(escapes.parseSet());
  }

  private RegexNode place(Assertion assertion) {
    return new RegexNode.Place(assertion);
  }

  private RegexNode oneOf(IntPredicate set) {
    return new OneOf(flags.ignoreCase() ? CharacterSets.ignoringCase(set) : set);
  }

  private RegexNode parseGroup() {
    if (reader.skip("?:")) {
      return closed(parseChoice());
    }
    boolean named = reader.skip("?P<");
    if (!named && reader.peek() == '?') {
      throw reader.failure("look-around, conditions and inner flags are not supported");
    }
    if (++groups > MAX_GROUPS) {
      throw reader.failure("more than %d groups".formatted(MAX_GROUPS));
    }
    int number = groups;
    if (named && names.put(reader.upTo('>'), number) != null) {
      throw reader.failure("two groups have the same name");
    }
    return new RegexNode.Group(closed(parseChoice()), number);
  }

  private RegexNode closed(RegexNode inside) {
    if (!reader.skip(')')) {
      throw reader.failure("missing )");
    }
    return inside;
  }
}
