package io.vespene.jinja.value;

/** A double-precision number. */
public record FloatValue(double value) implements Value {

  @Override
  public String typeName() {
    return "float";
  }
}
