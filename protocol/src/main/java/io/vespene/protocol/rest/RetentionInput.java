package io.vespene.protocol.rest;

import java.util.Optional;

/**
 * How long a worker pool shall keep what its builds leave; what is left out stays.
 *
 * @param buildsDays days, 1 to 36500; 365 by default
 * @param buildRootsDays days, 1 to {@code buildsDays}; 31 by default
 */
public record RetentionInput(Optional<Integer> buildsDays, Optional<Integer> buildRootsDays) {}
