package io.vespene.core.script;

import io.vespene.jinja.Budget;
import io.vespene.jinja.RenderOptions;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.UndefinedVariables;
import java.time.Duration;

/** One budget of time for all that a script needs rendered, and one of text for its snippets. */
final class SharedBudget {
  private final long begin = System.nanoTime();
  private long charactersLeft = Budget.DEFAULT.outputCharacters();

  /** For the next snippet. */
  RenderOptions forSnippet() {
    return options(UndefinedVariables.LENIENT, charactersLeft);
  }

  void used(Rendered.Text snippet) {
    charactersLeft -= snippet.text().length();
  }

  RenderOptions forScript() {
    return options(UndefinedVariables.STRICT, Budget.DEFAULT.outputCharacters());
  }

  private RenderOptions options(UndefinedVariables undefined, long characters) {
    Duration left = Budget.DEFAULT.wallTime().minusNanos(System.nanoTime() - begin);
    return new RenderOptions(
        undefined,
        new Budget(
            Budget.DEFAULT.steps(),
            characters,
            Budget.DEFAULT.nesting(),
            left.isNegative() ? Duration.ZERO : left,
            Budget.DEFAULT.memoryBytes()));
  }
}
