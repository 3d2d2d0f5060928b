package io.vespene.protocol.rest;

import java.util.Optional;

/**
 * What builds in containers may use, as somebody wants it; what is left out stays.
 *
 * @param cpus how many processors, such as 1.5; 0 for all
 * @param memoryMib how much memory, in MiB; 0 for all
 * @param pids how many processes and threads; 0 for any number
 * @param network whether they reach the network
 */
public record ContainerLimitsInput(
    Optional<Double> cpus,
    Optional<Integer> memoryMib,
    Optional<Integer> pids,
    Optional<Boolean> network) {}
