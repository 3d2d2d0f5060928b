package io.vespene.jinja.syntax;

/** The text of a template with line ends made {@code \n}; offsets count in it. */
public record Source(String text) {

  /** Normalizes line ends and drops the last one unless it is to be kept. */
  public static Source of(String text, LexerOptions options) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    boolean drop = !options.keepTrailingNewline() && lines.endsWith("\n");
    return new Source(drop ? lines.substring(0, lines.length() - 1) : lines);
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    return 1
        + (int) text.chars().limit(Math.min(offset, text.length())).filter(c -> c == '\n').count();
  }

  /** The column of an offset in code points, from 1. */
  public int column(int offset) {
    int end = Math.min(offset, text.length());
    return 1 + text.codePointCount(lineStart(end), end);
  }

  /** The whole line an offset is on. */
  public String lineText(int offset) {
    int from = lineStart(Math.min(offset, text.length()));
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  private int lineStart(int offset) {
    return offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  }
}
