package io.vespene.protocol.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A worker pool as somebody wants it.
 *
 * @param name unique; needed when the pool is created
 * @param isolation {@code sudo}, {@code basic_container} or {@code none}; {@code sudo} by default
 * @param sudoUser the user that scripts run as, for isolation {@code sudo}
 * @param allowedImages patterns of images for isolation {@code basic_container}, such as {@code
 *     debian:*}; empty for any
 * @param containerLimits what builds in containers may use
 * @param permissions of a build's working directory, in octal digits such as {@code 0770}
 * @param buildLatestOnly a newer queued build of a project replaces the older one
 * @param autoAbortMinutes how long a build may wait for a worker; at least 1
 * @param lostAfterSeconds how long a worker may be silent before its builds are given up
 * @param logLimitBytes output of a build beyond this is dropped, with a notice
 * @param retention how long builds and their directories are kept
 * @param variables JSON values by name; replaces all earlier ones
 * @param variableSets names of variable sets, in order; replaces all earlier ones
 */
public record PoolInput(
    Optional<String> name,
    Optional<String> description,
    Optional<String> isolation,
    Optional<String> sudoUser,
    Optional<List<String>> allowedImages,
    Optional<ContainerLimitsInput> containerLimits,
    Optional<String> permissions,
    Optional<Boolean> buildLatestOnly,
    Optional<Integer> autoAbortMinutes,
    Optional<Integer> lostAfterSeconds,
    Optional<Long> logLimitBytes,
    Optional<RetentionInput> retention,
    Optional<Map<String, @Nullable Object>> variables,
    Optional<List<String>> variableSets) {
  public PoolInput {
    allowedImages = allowedImages.map(List::copyOf);
    variables = variables.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
    variableSets = variableSets.map(List::copyOf);
  }
}
