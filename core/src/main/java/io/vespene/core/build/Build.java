package io.vespene.core.build;

import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a project, kept as history.
 *
 * @param requestedBy a person's name, or what started it
 * @param reason why it ended as it did; present once it has, or as soon as it is known that it
 *     can't be run
 * @param worker who runs or ran it; while {@code QUEUED}, to whom it is being handed over
 * @param epoch counts how often it was handed to a worker
 * @param stopReason why it is to be stopped, once that was asked for
 * @param supersededBy the newer build that took its place in the queue
 * @param retryOf the lost build in whose place this one was queued
 * @param checkedOut known as soon as the checkout is done
 * @param log how much output is stored
 */
public record Build(
    long id,
    Named project,
    Named pool,
    BuildStatus status,
    int priority,
    String requestedBy,
    Optional<String> reason,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Named> worker,
    int epoch,
    Optional<String> stopReason,
    Optional<Integer> exitCode,
    Optional<Long> supersededBy,
    Optional<Long> retryOf,
    Optional<Revision> checkedOut,
    LogSize log) {}
