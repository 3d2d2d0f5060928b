package io.vespene.jinja.value;

import java.math.BigInteger;

/** A whole number without overflow; {@link Meter} bounds how large one may grow. */
public record IntegerValue(BigInteger value) implements Value {

  public static IntegerValue of(long value) {
    return new IntegerValue(BigInteger.valueOf(value));
  }

  @Override
  public String typeName() {
    return "int";
  }
}
