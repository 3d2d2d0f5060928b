package io.vespene.core.build;

import java.util.Optional;

/**
 * The builds around a build of the same project.
 *
 * @param previous the one before it
 * @param next the one after it
 * @param lastSuccess the latest before it that succeeded
 */
public record BuildNeighbours(
    Optional<Long> previous, Optional<Long> next, Optional<Long> lastSuccess) {}
