package io.vespene.jinja.method;

import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Splitting;
import io.vespene.jinja.python.TextSearch;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.Value;
import java.util.Iterator;
import java.util.List;

/** Methods that take a text apart or put one together. */
final class TextSplitMethods {

  static final List<Routine> ALL =
      List.of(
          TextMethod.of("split", "sep=none, maxsplit=-1", TextSplitMethods::split),
          TextMethod.of("rsplit", "sep=none, maxsplit=-1", TextSplitMethods::splitFromRight),
          TextMethod.of("splitlines", "keepends=false", TextSplitMethods::splitLines),
          TextMethod.of("partition", "sep", TextSplitMethods::partition),
          TextMethod.of("rpartition", "sep", TextSplitMethods::partitionFromRight),
          TextMethod.of("join", "iterable", TextSplitMethods::join));

  private TextSplitMethods() {}

  private static Value split(String text, Arguments given, Meter meter) {
    meter.characters(text.length());
    int max = given.integer("maxsplit");
    return TextMethod.list(
        given.isNone("sep")
            ? Splitting.words(text, max, meter)
            : Splitting.at(text, separator(text, given, meter), max, meter),
        meter);
  }

  private static Value splitFromRight(String text, Arguments given, Meter meter) {
    meter.characters(text.length());
    int max = given.integer("maxsplit");
    return TextMethod.list(
        given.isNone("sep")
            ? Splitting.wordsFromRight(text, max, meter)
            : Splitting.atFromRight(text, separator(text, given, meter), max, meter),
        meter);
  }

  private static Value splitLines(String text, Arguments given, Meter meter) {
    meter.characters(text.length());
    return TextMethod.list(Splitting.lines(text, given.truth("keepends"), meter), meter);
  }

  private static Value partition(String text, Arguments given, Meter meter) {
    String separator = separator(text, given, meter);
    int found = text.indexOf(separator);
    return found < 0 ? parts(meter, text, "", "") : cut(text, found, separator, meter);
  }

  private static Value partitionFromRight(String text, Arguments given, Meter meter) {
    String separator = separator(text, given, meter);
    int found = text.lastIndexOf(separator);
    return found < 0 ? parts(meter, "", "", text) : cut(text, found, separator, meter);
  }

  private static String separator(String text, Arguments given, Meter meter) {
    String separator = given.requireText("sep");
    Splitting.requireSeparator(separator);
    TextSearch.charge(text, separator, meter);
    return separator;
  }

  private static Value cut(String text, int at, String separator, Meter meter) {
    return parts(meter, text.substring(0, at), separator, text.substring(at + separator.length()));
  }

  private static Value parts(Meter meter, String before, String separator, String after) {
    meter.characters((long) before.length() + after.length());
    return new TupleValue(
        List.of(new TextValue(before), new TextValue(separator), new TextValue(after)));
  }

  private static Value join(String separator, Arguments given, Meter meter) {
    MeteredText joined = new MeteredText(meter);
    Iterator<Value> elements = Iteration.of(given.value("iterable"));
    for (int i = 0; elements.hasNext(); i++) {
      if (!(elements.next() instanceof TextValue text)) {
        throw new RenderException("sequence item %d: expected a text".formatted(i));
      }
      String between = i == 0 ? "" : separator;
      meter.step();
      joined.append(between).append(text.value());
    }
    return joined.value();
  }
}
