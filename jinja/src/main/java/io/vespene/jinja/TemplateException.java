package io.vespene.jinja;

/** A text is no template; {@link #error} says why and where. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient TemplateError error;

  TemplateException(TemplateError error, Throwable cause) {
    super(error.summary(), cause);
    this.error = error;
  }

  public TemplateError error() {
    return error;
  }
}
