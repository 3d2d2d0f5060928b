package io.vespene.jinja.value;

/** A template asked for something impossible; whoever evaluates it knows the line. */
public class RenderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RenderException(String message) {
    super(message, null, false, false);
  }

  public RenderException(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
