package io.vespene.jinja.evaluate;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RenderException;

/** Where a block prints to: the result, or a text that is captured first. */
final class Output {

  private final Meter meter;
  private final MeteredText printed;

  Output(Meter meter) {
    this.meter = meter;
    this.printed = new MeteredText(meter);
  }

  /** Prints a text, unless there is too much already. */
  void print(String text) {
    if ((long) printed.length() + text.length() > meter.outputCharacters()) {
      throw new RenderException(
          "the result is longer than the allowed %,d characters"
              .formatted(meter.outputCharacters()));
    }
    printed.append(text);
  }

  String text() {
    return printed.text();
  }
}
