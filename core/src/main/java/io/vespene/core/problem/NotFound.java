package io.vespene.core.problem;

/** There is no such thing. */
public final class NotFound extends VespeneException {
  private final String kind;
  private final String name;

  /**
   * There is none.
   *
   * @param kind what was looked for: {@code project}, {@code build}, …
   * @param name its name or number
   */
  public NotFound(String kind, String name) {
    super("there is no " + kind + " '" + name + "'");
    this.kind = kind;
    this.name = name;
  }

  public NotFound(String kind, long id) {
    this(kind, Long.toString(id));
  }

  public String kind() {
    return kind;
  }

  public String name() {
    return name;
  }
}
