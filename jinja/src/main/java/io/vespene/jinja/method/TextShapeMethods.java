package io.vespene.jinja.method;

import io.vespene.jinja.format.BraceFormat;
import io.vespene.jinja.python.CodePoints;
import io.vespene.jinja.python.Padding;
import io.vespene.jinja.python.Replacing;
import io.vespene.jinja.python.Stripping;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.List;

/** Methods that pad, strip, replace and format. */
final class TextShapeMethods {

  static final List<Routine> ALL =
      List.of(
          TextMethod.of(
              "center", "width, fillchar=' '", (t, g, m) -> padded(Padding::center, t, g, m)),
          TextMethod.of(
              "ljust", "width, fillchar=' '", (t, g, m) -> padded(Padding::left, t, g, m)),
          TextMethod.of(
              "rjust", "width, fillchar=' '", (t, g, m) -> padded(Padding::right, t, g, m)),
          TextMethod.of("zfill", "width", TextShapeMethods::fillWithZeros),
          TextMethod.of(
              "strip",
              "chars=none",
              (t, g, m) -> m.newText(Stripping.both(t, Stripping.characters(g.value("chars"))))),
          TextMethod.of(
              "lstrip",
              "chars=none",
              (t, g, m) -> m.newText(Stripping.left(t, Stripping.characters(g.value("chars"))))),
          TextMethod.of(
              "rstrip",
              "chars=none",
              (t, g, m) -> m.newText(Stripping.right(t, Stripping.characters(g.value("chars"))))),
          TextMethod.of("removeprefix", "prefix", TextShapeMethods::removePrefix),
          TextMethod.of("removesuffix", "suffix", TextShapeMethods::removeSuffix),
          TextMethod.of("replace", "old, new, count=-1", TextShapeMethods::replace),
          TextMethod.of("expandtabs", "tabsize=8", TextShapeMethods::expandTabs),
          Routine.of(
              "format",
              "*",
              (owner, given, rendering) ->
                  new TextValue(
                      BraceFormat.format(((TextValue) owner).value(), given.rest(), rendering))));

  private TextShapeMethods() {}

  private interface Pad {
    String apply(String text, int width, String fill, Meter meter);
  }

  private static Value padded(Pad pad, String text, Arguments given, Meter meter) {
    String fill = given.requireText("fillchar");
    if (CodePoints.count(fill) != 1) {
      throw new RenderException("the fill character must be exactly one character long");
    }
    return new TextValue(pad.apply(text, given.integer("width"), fill, meter));
  }

  private static Value fillWithZeros(String text, Arguments given, Meter meter) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String sign = signed ? text.substring(0, 1) : "";
    int width = Math.max(0, given.integer("width")) - sign.length();
    return new TextValue(sign + Padding.right(text.substring(sign.length()), width, "0", meter));
  }

  private static Value removePrefix(String text, Arguments given, Meter meter) {
    String prefix = given.requireText("prefix");
    return meter.newText(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
  }

  private static Value removeSuffix(String text, Arguments given, Meter meter) {
    String suffix = given.requireText("suffix");
    boolean ends = text.endsWith(suffix);
    return meter.newText(ends ? text.substring(0, text.length() - suffix.length()) : text);
  }

  private static Value replace(String text, Arguments given, Meter meter) {
    return new TextValue(
        Replacing.replace(
            text,
            given.requireText("old"),
            given.requireText("new"),
            given.integer("count"),
            meter));
  }

  private static Value expandTabs(String text, Arguments given, Meter meter) {
    int size = Math.max(0, given.integer("tabsize"));
    meter.characters(text.length());
    MeteredText expanded = new MeteredText(meter);
    int column = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      if (point == '\t') {
        int blanks = size == 0 ? 0 : size - column % size;
        expanded.repeat(" ", blanks);
        column += blanks;
      } else {
        expanded.appendCodePoint(point);
        column = point == '\n' || point == '\r' ? 0 : column + 1;
      }
    }
    return expanded.value();
  }
}
