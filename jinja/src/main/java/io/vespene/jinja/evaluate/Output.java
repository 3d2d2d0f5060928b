package io.vespene.jinja.evaluate;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RenderException;
import java.util.function.UnaryOperator;

/** Where a block prints to: the result, or a text that is captured first. */
final class Output {

  private final Meter meter;
  private final MeteredText printed;
  private final UnaryOperator<String> treatment;

  Output(Meter meter) {
    this(meter, UnaryOperator.identity());
  }

  /**
   * @param treatment what is done to each printed value, but not to the template's own text
   */
  Output(Meter meter, UnaryOperator<String> treatment) {
    this.meter = meter;
    this.printed = new MeteredText(meter);
    this.treatment = treatment;
  }

  /** Prints the text of a value, unless there is too much already. */
  void printValue(String text) {
    print(treatment.apply(text));
  }

  /** Prints the template's own text, unless there is too much already. */
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
