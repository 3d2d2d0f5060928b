package io.vespene.protocol.rest;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project as it is.
 *
 * @param containerBaseImage the image for pools with isolation {@code basic_container}; empty for
 *     none
 * @param timeout minutes
 * @param variables JSON values by name
 * @param variableSets names of variable sets; the later beats the earlier
 * @param workerPool the pool's name
 * @param sshKeys names of SSH keys, in the order in which they are offered
 * @param serviceLogin the name of a service login; empty for none
 * @param hostKeys lines of a {@code known_hosts} file, the only SSH servers that checkouts trust;
 *     empty to trust the key that a server shows first
 * @param pipeline the name of the pipeline it is in; empty for none
 * @param stage the name of one of the pipeline's stages; empty when there is no pipeline
 * @param pipelineEnabled whether it takes part in the pipeline's runs
 * @param launchQuestions what is asked when a build is started, in order
 * @param lastBuild the newest build that has ended
 * @param lastSuccess the newest build that ended as {@code SUCCESS}
 * @param activeBuild the oldest build that has not ended
 * @param version grows with every edit; also the {@code ETag}
 */
public record ProjectResource(
    long id,
    String name,
    String description,
    String scmType,
    String repoUrl,
    String repoBranch,
    boolean submodules,
    String script,
    String containerBaseImage,
    int timeout,
    int priority,
    int maxRunning,
    int retryLost,
    Map<String, @Nullable Object> variables,
    List<String> variableSets,
    String workerPool,
    List<String> sshKeys,
    String serviceLogin,
    List<String> hostKeys,
    String pipeline,
    String stage,
    boolean pipelineEnabled,
    List<Map<String, @Nullable Object>> launchQuestions,
    Optional<BuildSummary> lastBuild,
    Optional<BuildSummary> lastSuccess,
    Optional<BuildSummary> activeBuild,
    String createdBy,
    Instant createdAt,
    int version) {
  public ProjectResource {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    variableSets = List.copyOf(variableSets);
    sshKeys = List.copyOf(sshKeys);
    hostKeys = List.copyOf(hostKeys);
    launchQuestions = List.copyOf(launchQuestions);
  }
}
