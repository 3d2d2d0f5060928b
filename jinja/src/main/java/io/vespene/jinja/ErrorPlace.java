package io.vespene.jinja;

import io.vespene.jinja.syntax.Source;
import io.vespene.jinja.syntax.SyntaxException;
import io.vespene.jinja.value.RenderException;
import java.util.Objects;

/** Turns offsets into lines, columns and the text they point to. */
final class ErrorPlace {

  /** Code points of a message, and of the text it is about. */
  private static final int MAX_SHOWN = 300;

  private ErrorPlace() {}

  static TemplateError error(String name, Source source, SyntaxException e) {
    return error(name, source, e.start(), e.end(), Objects.requireNonNull(e.getMessage()));
  }

  static TemplateError error(String name, Source source, int offset, RenderException e) {
    int end = wordEnd(source.text(), offset);
    return error(name, source, offset, end, Objects.requireNonNull(e.getMessage()));
  }

  private static TemplateError error(
      String name, Source source, int start, int end, String message) {
    String line = source.lineText(start);
    int column = source.column(start);
    String offending = source.text().substring(start, end).lines().findFirst().orElse("");
    return new TemplateError(
        name, source.line(start), column, shortened(message), shortened(offending), line);
  }

  /** One line of moderate length, whatever names and texts of the template stand in it. */
  private static String shortened(String text) {
    boolean isShort = text.codePointCount(0, text.length()) <= MAX_SHOWN;
    String shown = isShort ? text : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    return shown
        .codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The end of the name, number or sign that starts at an offset. */
  private static int wordEnd(String text, int offset) {
    int end = offset;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end > offset ? end : Math.min(text.length(), offset + 1);
  }

  private static boolean isWordPart(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }
}
