package io.vespene.jinja.value;

/** Python's {@code True} and {@code False}, which count as 1 and 0 in arithmetic. */
public enum BooleanValue implements Value {
  TRUE,
  FALSE;

  public static BooleanValue of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  public boolean isTrue() {
    return this == TRUE;
  }

  @Override
  public String typeName() {
    return "bool";
  }
}
