package io.vespene.protocol.rest;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A worker pool as it is.
 *
 * @param allowedImages patterns of images for isolation {@code basic_container}, such as {@code
 *     debian:*}; empty for any
 * @param containerLimits what builds in containers may use
 * @param permissions in octal digits such as {@code 0770}
 * @param variables JSON values by name
 * @param variableSets names of variable sets; the later beats the earlier
 * @param queuedBuilds how many builds wait in it
 * @param runningBuilds how many of its builds run
 * @param onlineWorkers how many workers serve it now; 0 means that its builds wait in vain
 * @param version grows with every edit; also the {@code ETag}
 */
public record PoolResource(
    long id,
    String name,
    String description,
    String isolation,
    String sudoUser,
    List<String> allowedImages,
    ContainerLimitsResource containerLimits,
    String permissions,
    boolean buildLatestOnly,
    int autoAbortMinutes,
    int lostAfterSeconds,
    long logLimitBytes,
    RetentionResource retention,
    Map<String, @Nullable Object> variables,
    List<String> variableSets,
    int queuedBuilds,
    int runningBuilds,
    int onlineWorkers,
    Instant createdAt,
    int version) {
  public PoolResource {
    allowedImages = List.copyOf(allowedImages);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    variableSets = List.copyOf(variableSets);
  }
}
