package io.vespene.core.log;

import java.time.Instant;
import java.util.Optional;

/**
 * A visible, timed part of the build flow.
 *
 * @param number from 0
 * @param kind {@code claim}, {@code directory}, {@code checkout}, {@code script}, …
 * @param firstLine the number of its first line, whether or not that exists
 * @param failure what went wrong, when something did
 */
public record LogSection(
    int number,
    String kind,
    String title,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<String> failure,
    long firstLine) {}
