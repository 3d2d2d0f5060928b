package io.vespene.jinja.syntax;

/** The text is no template. */
public final class SyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;

  /**
   * Says what is wrong and where.
   *
   * @param start offset of the offending text
   * @param end offset after it
   */
  public SyntaxException(int start, int end, String message) {
    super(message, null, false, false);
    this.start = start;
    this.end = end;
  }

  SyntaxException(Token token, String message) {
    this(token.start(), token.end(), message);
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }
}
