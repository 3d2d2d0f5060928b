package io.vespene.jinja.evaluate;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;

/** Where a block prints to: the result, or a text that is captured first. */
final class Output {

  /** Captured texts up to this length are free. */
  private static final int FREE_CAPTURED_CHARACTERS = 1024;

  private final Meter meter;
  private final boolean captured;
  private final StringBuilder printed = new StringBuilder();

  private Output(Meter meter, boolean captured) {
    this.meter = meter;
    this.captured = captured;
  }

  static Output result(Meter meter) {
    return new Output(meter, false);
  }

  static Output capture(Meter meter) {
    return new Output(meter, true);
  }

  /** Prints a text, unless there is too much already. */
  void print(String text) {
    if ((long) printed.length() + text.length() > meter.outputCharacters()) {
      throw new RenderException(
          "the result is longer than the allowed %,d characters"
              .formatted(meter.outputCharacters()));
    }
    if (captured && printed.length() + text.length() > FREE_CAPTURED_CHARACTERS) {
      meter.characters(text.length());
    }
    printed.append(text);
  }

  String text() {
    return printed.toString();
  }
}
