package io.vespene.protocol.rest;

/**
 * What builds in containers may use.
 *
 * @param cpus how many processors; 0 for all
 * @param memoryMib how much memory, in MiB; 0 for all
 * @param pids how many processes and threads; 0 for any number
 * @param network whether they reach the network
 */
public record ContainerLimitsResource(double cpus, int memoryMib, int pids, boolean network) {}
