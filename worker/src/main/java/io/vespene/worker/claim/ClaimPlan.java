package io.vespene.worker.claim;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How many builds a worker takes, and until when.
 *
 * @param slots how many at the same time
 * @param maxBuilds after this many the worker ends
 * @param maxWait after so long without a build the worker ends
 * @param onlyBuild when present, this build alone is run
 * @param diskFloorBytes with less free space where the build root is, nothing is claimed
 */
public record ClaimPlan(
    int slots,
    Optional<Integer> maxBuilds,
    Optional<Duration> maxWait,
    Optional<Long> onlyBuild,
    Path buildRoot,
    long diskFloorBytes) {}
