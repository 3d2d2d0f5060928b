package io.vespene.core.build;

import io.vespene.protocol.worker.Finish;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker says about a build that is over, as far as it can be stored.
 *
 * <p>A build must be able to end whatever its worker says, so nothing here is refused.
 */
record LastWords(String reason, Map<String, String> outputVariables) {
  private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
  private static final int MAX_REASON = 2_000;
  private static final int MAX_VALUE = 64 * 1024;
  private static final int MAX_VARIABLES = 1_000;

  LastWords(long build, Finish finish) {
    this(storableReason(finish), storableVariables(build, finish.outputVariables()));
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
    return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
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
