package io.vespene.jinja.method;

import io.vespene.jinja.python.CodePoints;
import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.python.Replacing;
import io.vespene.jinja.python.TextSearch;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.function.BiPredicate;

/** Methods that look for a text in a text. */
final class TextSearchMethods {

  private static final String RANGE = ", start=none, end=none";

  static final List<Routine> ALL =
      List.of(
          TextMethod.of("find", "sub" + RANGE, TextSearchMethods::find),
          TextMethod.of("rfind", "sub" + RANGE, TextSearchMethods::findLast),
          TextMethod.of("index", "sub" + RANGE, (t, g, m) -> require(find(t, g, m))),
          TextMethod.of("rindex", "sub" + RANGE, (t, g, m) -> require(findLast(t, g, m))),
          TextMethod.of("count", "sub" + RANGE, TextSearchMethods::count),
          TextMethod.of("startswith", "prefix" + RANGE, TextSearchMethods::startsWith),
          TextMethod.of("endswith", "suffix" + RANGE, TextSearchMethods::endsWith));

  private TextSearchMethods() {}

  private static IntegerValue find(String text, Arguments given, Meter meter) {
    Searched searched = Searched.of(text, given);
    String part = given.requireText("sub");
    TextSearch.charge(text, part, meter);
    return searched.position(searched.isInside() ? searched.part().indexOf(part) : -1);
  }

  private static IntegerValue findLast(String text, Arguments given, Meter meter) {
    Searched searched = Searched.of(text, given);
    String part = given.requireText("sub");
    TextSearch.charge(text, part, meter);
    return searched.position(searched.isInside() ? searched.part().lastIndexOf(part) : -1);
  }

  private static IntegerValue require(IntegerValue position) {
    if (position.value().signum() < 0) {
      throw new RenderException("substring not found");
    }
    return position;
  }

  private static Value count(String text, Arguments given, Meter meter) {
    Searched searched = Searched.of(text, given);
    String part = given.requireText("sub");
    TextSearch.charge(text, part, meter);
    return IntegerValue.of(searched.isInside() ? Replacing.occurrences(searched.part(), part) : 0);
  }

  private static Value startsWith(String text, Arguments given, Meter meter) {
    return anyOf(text, given, "prefix", String::startsWith);
  }

  private static Value endsWith(String text, Arguments given, Meter meter) {
    return anyOf(text, given, "suffix", String::endsWith);
  }

  private static Value anyOf(
      String text, Arguments given, String parameter, BiPredicate<String, String> test) {
    Searched searched = Searched.of(text, given);
    List<Value> candidates =
        given.value(parameter) instanceof TupleValue tuple
            ? tuple.items()
            : List.of(new TextValue(given.requireText(parameter)));
    for (Value candidate : candidates) {
      if (!(candidate instanceof TextValue part)) {
        throw new RenderException("a tuple of prefixes or suffixes must hold texts only");
      }
      if (searched.isInside() && test.test(searched.part(), part.value())) {
        return BooleanValue.TRUE;
      }
    }
    return BooleanValue.FALSE;
  }

  /** The part of a text between two bounds that may be left out or count from the end. */
  private record Searched(String text, int start, int end) {

    static Searched of(String text, Arguments given) {
      if (given.isNone("start") && given.isNone("end")) {
        return new Searched(text, 0, Integer.MAX_VALUE);
      }
      int size = Iteration.findLength(new TextValue(text)).orElseThrow();
      return new Searched(text, bound(given, "start", 0, size), bound(given, "end", size, size));
    }

    private static int bound(Arguments given, String name, int absent, int size) {
      if (given.isNone(name)) {
        return absent;
      }
      long bound = Numbers.clampToInt(given.value(name));
      return (int) Math.max(0, bound < 0 ? bound + size : bound);
    }

    boolean isInside() {
      return start <= Math.min(end, CodePoints.count(text));
    }

    String part() {
      int size = CodePoints.count(text);
      return start == 0 && end >= size
          ? text
          : CodePoints.part(text, start, Math.max(start, Math.min(end, size)));
    }

    IntegerValue position(int offset) {
      return IntegerValue.of(offset < 0 ? -1 : start + CodePoints.position(part(), offset));
    }
  }
}
