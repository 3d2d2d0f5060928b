package io.vespene.protocol.rest;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build as it is.
 *
 * @param project the project's name
 * @param workerPool the pool's name
 * @param status {@code QUEUED}, {@code RUNNING}, {@code ABORTING}, {@code SUCCESS}, {@code
 *     FAILURE}, {@code ABORTED} or {@code ORPHANED}
 * @param reason why it ended so; present when it has ended, and at once when its script is a wrong
 *     template
 * @param waiting why it does not run yet; present at most while it is {@code QUEUED}
 * @param exitCode of the script; absent when the script was not run to its end
 * @param revision the full revision that was checked out
 * @param worker the name of the worker that has or had it
 * @param requestedBy a person's name, or what started it
 * @param retryOf the lost build that this one repeats
 * @param supersededBy the newer build because of which this one was not run
 * @param logLines how many lines of output are stored so far
 * @param logBytes how many bytes of output are stored so far
 * @param script as it is run, {@code ••••••} for each secret; after a template error the template.
 *     This and what follows is absent where builds are listed
 * @param variables as the script saw them, by name; {@code ••••••} for secrets
 * @param variableOrigins where each variable is from
 * @param outputVariables what the script handed on, by name
 * @param triggerOutcomes how its triggers did, in the order in which they were fired
 */
public record BuildResource(
    long id,
    String project,
    String workerPool,
    String status,
    Optional<String> reason,
    Optional<String> waiting,
    Optional<Integer> exitCode,
    Optional<String> revision,
    Optional<String> branch,
    Optional<String> author,
    Optional<String> commitMessage,
    Optional<String> worker,
    String requestedBy,
    int priority,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Long> retryOf,
    Optional<Long> supersededBy,
    long logLines,
    long logBytes,
    Optional<String> script,
    Optional<Map<String, @Nullable Object>> variables,
    Optional<Map<String, VariableOrigin>> variableOrigins,
    Optional<Map<String, String>> outputVariables,
    Optional<List<TriggerOutcomeResource>> triggerOutcomes) {
  public BuildResource {
    triggerOutcomes = triggerOutcomes.map(List::copyOf);
    variables = variables.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
    variableOrigins =
        variableOrigins.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
    outputVariables = outputVariables.map(Map::copyOf);
  }
}
