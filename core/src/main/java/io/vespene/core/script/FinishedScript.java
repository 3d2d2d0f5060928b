package io.vespene.core.script;

import io.vespene.core.variable.VariableMerge;
import java.util.Optional;

/**
 * A script with all its variables, ready to be run unless it failed.
 *
 * @param text what is run; after a failure the template as it stands in the project
 * @param variables all that the template could see
 */
public record FinishedScript(
    String text, VariableMerge variables, Optional<ScriptFailure> failure) {
  /** The text as it may be shown and stored in plain sight. */
  public String shownText() {
    return variables.mask().hide(text);
  }

  @Override
  public String toString() {
    // The text may hold secrets.
    return "FinishedScript[failure=" + failure + "]";
  }
}
