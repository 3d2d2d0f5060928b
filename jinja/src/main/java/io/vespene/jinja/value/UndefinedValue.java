package io.vespene.jinja.value;

import java.util.function.Supplier;

/**
 * The value of something that is not there. Lenient ones print as nothing and are false; strict
 * ones fail at any use except {@code is defined} and {@code default}.
 *
 * @param description what is missing, for the error; asked only when it is needed
 */
public record UndefinedValue(Supplier<String> description, boolean strict) implements Value {

  /** The error that using this value raises. */
  public RenderException failure() {
    return new RenderException(description.get());
  }

  /**
   * Does nothing for a lenient value.
   *
   * @throws RenderException if this value is strict
   */
  public void requireLenient() {
    if (strict) {
      throw failure();
    }
  }

  @Override
  public String typeName() {
    return "Undefined";
  }
}
