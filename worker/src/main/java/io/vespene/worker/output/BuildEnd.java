package io.vespene.worker.output;

import io.vespene.protocol.worker.Outcome;
import io.vespene.worker.mask.SecretMask;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a build ended.
 *
 * @param exitCode of the script; empty when it was not run to its end
 * @param reason what a person reads; never longer than a line
 * @param outputVariables what the script handed on
 */
public record BuildEnd(
    Outcome outcome,
    Optional<Integer> exitCode,
    String reason,
    Map<String, String> outputVariables) {
  private static final int MAX_REASON = 1000;

  public BuildEnd {
    reason = StorableText.of(reason.replaceAll("\\p{Cntrl}+", " "), MAX_REASON);
    outputVariables = Map.copyOf(outputVariables);
  }

  /** The same without secrets. */
  public BuildEnd masked(SecretMask mask) {
    var variables = new HashMap<String, String>();
    outputVariables.forEach((name, value) -> variables.put(name, mask.text(value)));
    return new BuildEnd(outcome, exitCode, mask.text(reason), variables);
  }

  /** An end before or apart from the script's own. */
  public static BuildEnd of(Outcome outcome, String reason) {
    return new BuildEnd(outcome, Optional.empty(), reason, Map.of());
  }
}
