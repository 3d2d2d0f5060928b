package io.vespene.jinja.filter;

import io.vespene.jinja.format.PercentFormat;
import io.vespene.jinja.python.Padding;
import io.vespene.jinja.python.Replacing;
import io.vespene.jinja.python.Stripping;
import io.vespene.jinja.python.TextCase;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.python.Whitespace;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.List;

/** Filters that work on the text of any value. */
final class TextFilters {

  static final List<Routine> ALL =
      List.of(
          TextFilter.changing("string", text -> text),
          TextFilter.changing("upper", TextCase::upper),
          TextFilter.changing("lower", TextCase::lower),
          TextFilter.changing("capitalize", TextCase::capitalize),
          TextFilter.changing("title", TextFilters::title),
          TextFilter.of("trim", "chars=none", TextFilters::trim),
          TextFilter.of("center", "width=80", TextFilters::center),
          TextFilter.of("replace", "old, new, count=none", TextFilters::replace),
          TextFilter.of("wordcount", "", (text, given, meter) -> countWords(text)),
          Routine.of("format", "*", TextFilters::format));

  private TextFilters() {}

  /** Unlike the method of this name, letters after an apostrophe stay lower case. */
  private static String title(String text) {
    StringBuilder titled = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = start;
      boolean separator = isTitleSeparator(text.charAt(start));
      while (end < text.length() && isTitleSeparator(text.charAt(end)) == separator) {
        end++;
      }
      int first = start + Character.charCount(text.codePointAt(start));
      titled.append(TextCase.upper(text.substring(start, first)));
      titled.append(TextCase.lower(text.substring(first, end)));
      start = end;
    }
    return titled.toString();
  }

  private static boolean isTitleSeparator(char character) {
    return "-({[<".indexOf(character) >= 0 || Whitespace.isSpace(character);
  }

  private static Value trim(String text, Arguments given, Meter meter) {
    return meter.newText(Stripping.both(text, Stripping.characters(given.value("chars"))));
  }

  private static Value center(String text, Arguments given, Meter meter) {
    return new TextValue(Padding.center(text, given.integer("width"), " ", meter));
  }

  private static Value replace(String text, Arguments given, Meter meter) {
    int max = given.isNone("count") ? -1 : given.integer("count");
    return new TextValue(
        Replacing.replace(text, given.text("old", meter), given.text("new", meter), max, meter));
  }

  private static Value countWords(String text) {
    int words = 0;
    boolean inWord = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      boolean part = Character.isLetterOrDigit(point) || point == '_';
      words += part && !inWord ? 1 : 0;
      inWord = part;
    }
    return IntegerValue.of(words);
  }

  private static Value format(Value subject, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    List<Value> positional = given.rest().positional();
    DictValue named = new DictValue();
    given.rest().named().forEach((key, value) -> named.put(new TextValue(key), value, meter));
    if (!positional.isEmpty() && named.size() > 0) {
      throw new RenderException("format takes values by position or by name, not both");
    }
    Value values = named.size() > 0 ? named : meter.newTuple(positional);
    return new TextValue(PercentFormat.format(TextForm.of(subject, meter), values, meter));
  }
}
