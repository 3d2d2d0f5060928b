package io.vespene.protocol.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project as somebody wants it.
 *
 * @param name unique; needed when the project is created
 * @param scmType {@code git}, {@code svn} or {@code none}; by default {@code git} when there is a
 *     {@code repoUrl}, else {@code none}
 * @param repoBranch a branch or tag, for {@code svn} a folder below the {@code repoUrl}; empty for
 *     the repository's default branch, or for the {@code repoUrl} itself
 * @param script begins with an interpreter line; needed when the project is created
 * @param containerBaseImage the image for pools with isolation {@code basic_container}; empty for
 *     none
 * @param timeout minutes, at least 1
 * @param priority −100 to 100; higher is built first
 * @param maxRunning builds of this project at the same time; 0 for no limit
 * @param retryLost how often a build that lost its worker is queued again, 0 to 5
 * @param variables JSON values by name; replaces all earlier ones
 * @param variableSets names of variable sets, in order; replaces all earlier ones
 * @param workerPool the name of a pool; needed when the project is created
 * @param sshKeys names of SSH keys, in the order in which they are offered
 * @param serviceLogin the name of a service login for the repository; empty for none
 * @param hostKeys lines of a {@code known_hosts} file; when there are any, checkouts trust no other
 *     SSH server
 * @param pipeline the name of the pipeline it is in; empty for none
 * @param stage the name of one of the pipeline's stages; empty when there is no pipeline
 * @param pipelineEnabled whether it takes part in the pipeline's runs
 * @param launchQuestions what is asked when a build is started; replaces all earlier ones
 */
public record ProjectInput(
    Optional<String> name,
    Optional<String> description,
    Optional<String> scmType,
    Optional<String> repoUrl,
    Optional<String> repoBranch,
    Optional<Boolean> submodules,
    Optional<String> script,
    Optional<String> containerBaseImage,
    Optional<Integer> timeout,
    Optional<Integer> priority,
    Optional<Integer> maxRunning,
    Optional<Integer> retryLost,
    Optional<Map<String, @Nullable Object>> variables,
    Optional<List<String>> variableSets,
    Optional<String> workerPool,
    Optional<List<String>> sshKeys,
    Optional<String> serviceLogin,
    Optional<List<String>> hostKeys,
    Optional<String> pipeline,
    Optional<String> stage,
    Optional<Boolean> pipelineEnabled,
    Optional<List<Map<String, @Nullable Object>>> launchQuestions) {
  public ProjectInput {
    variables = variables.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
    variableSets = variableSets.map(List::copyOf);
    sshKeys = sshKeys.map(List::copyOf);
    hostKeys = hostKeys.map(List::copyOf);
    launchQuestions = launchQuestions.map(List::copyOf);
  }
}
