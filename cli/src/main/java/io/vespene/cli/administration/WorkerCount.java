package io.vespene.cli.administration;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many workers a machine runs for a pool.
 *
 * @param pool its name
 * @param workers 1 or more
 */
record WorkerCount(String pool, int workers) {
  private static final Pattern ONE =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,99})=([0-9]{1,3})");

  /**
   * Reads a text such as {@code general=4 linux=2}.
   *
   * @throws CommandFailure if it is none
   */
  static List<WorkerCount> parse(String text) {
    var counts = new ArrayList<WorkerCount>();
    var pools = new HashSet<String>();
    for (String part : text.strip().split("[\\s,]+", -1)) {
      Matcher matcher = ONE.matcher(part);
      if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
        throw refused("'" + part + "' is not a pool and a number from 1 to 999");
      }
      if (!pools.add(matcher.group(1))) {
        throw refused("the pool " + matcher.group(1) + " is named twice");
      }
      counts.add(new WorkerCount(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }
    return counts;
  }

  private static CommandFailure refused(String reason) {
    return new CommandFailure(
        ExitCode.BAD_INPUT,
        "--workers: " + reason + ". Write it as in --workers \"general=4 linux=2\".");
  }
}
