package io.vespene.jinja;

/** How to render: what undefined variables do, and how much may be used. */
public record RenderOptions(UndefinedVariables undefined, Budget budget) {

  /** Undefined variables are errors; the default budget. */
  public static final RenderOptions STRICT =
      new RenderOptions(UndefinedVariables.STRICT, Budget.DEFAULT);

  /** Undefined variables print as nothing; the default budget. */
  public static final RenderOptions LENIENT =
      new RenderOptions(UndefinedVariables.LENIENT, Budget.DEFAULT);
}
