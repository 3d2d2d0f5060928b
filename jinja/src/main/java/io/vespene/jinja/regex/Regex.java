package io.vespene.jinja.regex;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RenderException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A compiled regular expression. */
public final class Regex {

  private static final int MAX_PATTERN_CHARACTERS = 10_000;

  /** A text is taken apart into code points, twice while their number is not known. */
  private static final int CHARACTERS_PER_ELEMENT = 4;

  private final List<Instruction> program;
  private final int groups;
  private final Map<String, Integer> names;
  private final Meter meter;

  private Regex(RegexParser parser, RegexNode pattern, Meter meter) {
    this.program = RegexCompiler.compile(pattern);
    this.groups = parser.groups();
    this.names = Map.copyOf(parser.names());
    this.meter = meter;
  }

  /**
   * Compiles a pattern in Python's notation.
   *
   * @throws RenderException if it is none, or needs what would take unbounded time
   */
  public static Regex compile(String pattern, RegexFlags flags, Meter meter) {
    if (pattern.length() > MAX_PATTERN_CHARACTERS) {
      throw new RenderException(
          "the regular expression is longer than the allowed %,d characters"
              .formatted(MAX_PATTERN_CHARACTERS));
    }
    meter.elements(pattern.length());
    RegexParser parser = new RegexParser(pattern, flags);
    return new Regex(parser, parser.parse(), meter);
  }

  /**
   * The first match at or after a position.
   *
   * @param mayBeEmpty whether a match of no characters at that very position counts
   */
  Optional<RegexMatch> find(int[] text, int from, boolean mayBeEmpty) {
    return new Simulation(program, 2 * (groups + 1), text, meter)
        .run(from, mayBeEmpty)
        .map(slots -> new RegexMatch(text, slots));
  }

  /** The first match in a text. */
  public Optional<RegexMatch> find(String text) {
    meter.elements(text.length() / CHARACTERS_PER_ELEMENT);
    return find(text.codePoints().toArray(), 0, true);
  }

  /**
   * The number of a group.
   *
   * @param group its number or name
   * @throws RenderException if there is none
   */
  public int requireGroup(String group) {
    boolean number = group.length() < 4 && group.chars().allMatch(c -> c >= '0' && c <= '9');
    if (number && !group.isEmpty() && Integer.parseInt(group) <= groups) {
      return Integer.parseInt(group);
    }
    Integer named = names.get(group);
    if (named == null) {
      throw new RenderException("the regular expression has no group '" + group + "'");
    }
    return named;
  }

  /** The text with matches replaced from the left; all of them if {@code max} is 0. */
  public String replace(String text, String replacement, int max) {
    meter.elements(text.length() / CHARACTERS_PER_ELEMENT);
    int[] points = text.codePoints().toArray();
    Replacement filler = Replacement.parse(replacement, this, meter);
    MeteredText replaced = new MeteredText(meter);
    int position = 0;
    int count = 0;
    Optional<RegexMatch> match = find(points, 0, true);
    while (match.isPresent() && (max <= 0 || count < max)) {
      RegexMatch found = match.get();
      append(replaced, points, position, found.start());
      filler.fill(found, replaced);
      position = found.end();
      count++;
      match = find(points, position, found.end() > found.start());
    }
    append(replaced, points, position, points.length);
    return replaced.text();
  }

  private static void append(MeteredText target, int[] points, int from, int to) {
    for (int at = from; at < to; at++) {
      target.appendCodePoint(points[at]);
    }
  }
}
