package io.vespene.worker;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a worker does.
 *
 * @param slots how many builds run at the same time, 1 to 1000
 * @param maxBuilds the worker ends after this many builds; 1 or more
 * @param maxWait the worker ends after so long without a build; positive
 * @param onlyBuild the number of the one build to run, after which the worker ends
 * @param diskFloorBytes with less free space in the build root, nothing is claimed
 */
public record WorkerLimits(
    int slots,
    Optional<Integer> maxBuilds,
    Optional<Duration> maxWait,
    Optional<Long> onlyBuild,
    long diskFloorBytes) {
  /** One slot, no end, and 256 MiB that must be free. */
  public static final WorkerLimits DEFAULT =
      new WorkerLimits(1, Optional.empty(), Optional.empty(), Optional.empty(), 256L << 20);

  private static final int MAX_SLOTS = 1000;

  public WorkerLimits {
    InvalidSetting.require(slots >= 1 && slots <= MAX_SLOTS, "slots", slots, "1 to 1000");
    InvalidSetting.require(
        maxBuilds.isEmpty() || maxBuilds.get() >= 1,
        "max-builds",
        maxBuilds.orElse(0),
        "1 or more");
    InvalidSetting.require(
        maxWait.isEmpty() || maxWait.get().isPositive(),
        "max-wait-minutes",
        maxWait.orElse(Duration.ZERO),
        "more than 0");
    InvalidSetting.require(
        onlyBuild.isEmpty() || onlyBuild.get() >= 1,
        "build-id",
        onlyBuild.orElse(0L),
        "the number of a build");
    InvalidSetting.require(diskFloorBytes >= 0, "disk-floor-bytes", diskFloorBytes, "0 or more");
  }
}
