package io.vespene.jinja;

/**
 * What is wrong with a template, and where.
 *
 * @param name the template's name
 * @param line from 1
 * @param column of the offending text in code points, from 1
 * @param message what was expected, or what could not be done; one line
 * @param offendingText the text it is about; empty at the end of the template
 * @param sourceLine the whole line
 */
public record TemplateError(
    String name, int line, int column, String message, String offendingText, String sourceLine) {

  private static final int MAX_PICTURE_COLUMNS = 120;

  /** The error in one line: {@code deploy, line 4: 'hsot' is undefined}. */
  public String summary() {
    return "%s, line %d: %s".formatted(name, line, message);
  }

  /**
   * The error with a picture of its line and a mark under the offending text, each line ending with
   * a line end.
   */
  public String picture() {
    int hidden = Math.max(0, column - MAX_PICTURE_COLUMNS / 2);
    String shown =
        sourceLine
            .codePoints()
            .skip(hidden)
            .limit(MAX_PICTURE_COLUMNS)
            .map(point -> Character.isISOControl(point) ? ' ' : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String margin = " ".repeat(Integer.toString(line).length());
    int before = column - 1 - hidden;
    int marked = offendingText.codePointCount(0, offendingText.length());
    int marks = Math.clamp(marked, 1, Math.max(1, MAX_PICTURE_COLUMNS - before));
    return """
    %s:%d:%d: %s
    %s |
    %d | %s
    %s | %s%s
    """
        .formatted(
            name,
            line,
            column,
            message,
            margin,
            line,
            shown,
            margin,
            " ".repeat(before),
            "^".repeat(marks));
  }
}
