package io.vespene.jinja.filter;

import io.vespene.jinja.python.CodePoints;
import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.python.Splitting;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.OptionalInt;

/** Filters that lay out texts: they take texts only. */
final class LayoutFilters {

  private static final int DEFAULT_LEEWAY = 5;

  static final List<Routine> ALL =
      List.of(
          Routine.of("indent", "width=4, first=false, blank=false", LayoutFilters::indent),
          Routine.of(
              "truncate",
              "length=255, killwords=false, end='...', leeway=none",
              LayoutFilters::truncate),
          Routine.of(
              "wordwrap",
              "width=79, break_long_words=true, wrapstring=none, break_on_hyphens=true",
              LayoutFilters::wrapWords));

  private LayoutFilters() {}

  private static String requireText(Value subject) {
    return switch (subject) {
      case TextValue text -> text.value();
      case UndefinedValue undefined -> throw undefined.failure();
      default -> throw new RenderException("expected a text, not " + subject.typeName());
    };
  }

  private static Value indent(Value subject, Arguments given, Rendering rendering) {
    String text = requireText(subject);
    Meter meter = rendering.meter();
    String indentation = indentation(given.value("width"), meter);
    meter.characters(text.length());
    List<String> lines = Splitting.lines(text + "\n", false, meter);
    boolean blank = given.truth("blank");
    MeteredText indented = new MeteredText(meter);
    indented.append(given.truth("first") ? indentation : "");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean indent = i > 0 && (blank || !line.isEmpty());
      indented.append(i == 0 ? "" : "\n").append(indent ? indentation : "").append(line);
    }
    return indented.value();
  }

  private static String indentation(Value width, Meter meter) {
    if (width instanceof TextValue text) {
      return text.value();
    }
    int blanks = Math.max(0, Numbers.clampToInt(width));
    meter.characters(blanks);
    return " ".repeat(blanks);
  }

  private static Value truncate(Value subject, Arguments given, Rendering rendering) {
    String end = given.requireText("end");
    int length = given.integer("length");
    int leeway = given.isNone("leeway") ? DEFAULT_LEEWAY : given.integer("leeway");
    int kept = length - CodePoints.count(end);
    if (kept < 0 || leeway < 0) {
      throw new RenderException("truncate: the length is less than that of the end, or negative");
    }
    OptionalInt size = Iteration.findLength(subject);
    if (size.isPresent() && size.getAsInt() <= (long) length + leeway) {
      return subject;
    }
    String text = requireText(subject);
    rendering.meter().characters(text.length());
    String cut = CodePoints.part(text, 0, kept);
    int lastBlank = cut.lastIndexOf(' ');
    boolean wholeWords = !given.truth("killwords") && lastBlank >= 0;
    return new TextValue((wholeWords ? cut.substring(0, lastBlank) : cut) + end);
  }

  private static Value wrapWords(Value subject, Arguments given, Rendering rendering) {
    String text = requireText(subject);
    Meter meter = rendering.meter();
    String lineEnd =
        given.value("wrapstring") == NoneValue.NONE ? "\n" : given.requireText("wrapstring");
    WordWrap wrap =
        new WordWrap(
            given.integer("width"),
            given.truth("break_long_words"),
            given.truth("break_on_hyphens"),
            meter);
    MeteredText wrapped = new MeteredText(meter);
    String before = "";
    for (String line : Splitting.lines(text, false, meter)) {
      wrapped.append(before);
      wrap.wrap(line, lineEnd, wrapped);
      before = lineEnd;
    }
    return wrapped.value();
  }
}
