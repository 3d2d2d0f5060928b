package io.vespene.jinja.value;

/** A text; positions in it are counted in code points, as Python does. */
public record TextValue(String value) implements Value {

  public static final TextValue EMPTY = new TextValue("");

  @Override
  public String typeName() {
    return "str";
  }
}
