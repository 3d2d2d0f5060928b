package io.vespene.server.view;

import io.vespene.core.pool.PoolContainers;
import java.math.BigDecimal;

/** Settings of worker pools as people read and write them. */
public final class PoolText {
  private static final int MINUTES_PER_HOUR = 60;

  private PoolText() {}

  /** Permissions as {@code chmod} takes them: four octal digits. */
  public static String permissions(int mode) {
    return "%04o".formatted(mode);
  }

  /** Processors as a person writes them: 2, or 1.5. */
  public static String cpus(double cpus) {
    return BigDecimal.valueOf(cpus).stripTrailingZeros().toPlainString();
  }

  /** What a container may use, in a line. */
  public static String limits(PoolContainers containers) {
    return String.join(
        ", ",
        containers.cpus() == 0 ? "all processors" : cpus(containers.cpus()) + " processors",
        containers.memoryMib() == 0 ? "all memory" : containers.memoryMib() + " MiB",
        containers.pids() == 0 ? "any number of processes" : containers.pids() + " processes",
        containers.network() ? "with network" : "no network");
  }

  /** Minutes, in hours where that is a whole number. */
  public static String minutes(int minutes) {
    return minutes >= MINUTES_PER_HOUR && minutes % MINUTES_PER_HOUR == 0
        ? minutes / MINUTES_PER_HOUR + " h"
        : minutes + " min";
  }
}
