package io.vespene.core.build;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.TriggerOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker says about a build that is over, as far as it can be stored.
 *
 * <p>A build must be able to end whatever its worker says, so nothing here is refused.
 */
record LastWords(
    String reason, Map<String, String> outputVariables, List<TriggerOutcome> triggerOutcomes) {
  private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
  private static final int MAX_REASON = 2_000;
  private static final int MAX_VALUE = 64 * 1024;
  private static final int MAX_VARIABLES = 1_000;
  private static final int MAX_TRIGGERS = 100;
  private static final Set<String> HOOKS = Set.of("pre", "success", "failure");

  LastWords(long build, Finish finish) {
    this(
        storableReason(finish),
        storableVariables(build, finish.outputVariables()),
        finish.triggerOutcomes().stream()
            .filter(outcome -> HOOKS.contains(outcome.hook()))
            .limit(MAX_TRIGGERS)
            .map(LastWords::storable)
            .toList());
  }

  private static String storableReason(Finish finish) {
    String reason = finish.reason().replace('\0', '\uFFFD').strip();
    if (reason.isEmpty()) {
      return switch (finish.outcome()) {
        case SUCCESS -> "done";
        case FAILURE -> "failed";
        case ABORTED -> "stopped by its worker";
      };
    }
    return cut(reason);
  }

  private static String cut(String text) {
    return text.length() <= MAX_REASON ? text : text.substring(0, MAX_REASON);
  }

  private static TriggerOutcome storable(TriggerOutcome outcome) {
    return new TriggerOutcome(
        outcome.hook(),
        cut(outcome.name().replace('\0', '\uFFFD')),
        cut(outcome.plugin().replace('\0', '\uFFFD')),
        outcome.ok(),
        cut(outcome.message().replace('\0', '\uFFFD')),
        Math.max(0, outcome.milliseconds()));
  }

  private static Map<String, String> storableVariables(long build, Map<String, String> all) {
    var storable = new TreeMap<String, String>();
    all.forEach((name, value) -> {
      if (NAME.matcher(name).matches()
          && value.length() <= MAX_VALUE
          && value.indexOf('\0') < 0
          && storable.size() < MAX_VARIABLES) {
        storable.put(name, value);
      }
    });
    if (storable.size() < all.size()) {
      LOG.atWarn()
          .addKeyValue("build", build)
          .addKeyValue("left_out", all.size() - storable.size())
          .log("output variables that can't be stored were left out");
    }
    return storable;
  }
}
