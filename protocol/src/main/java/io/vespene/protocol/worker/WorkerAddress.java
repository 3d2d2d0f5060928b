package io.vespene.protocol.worker;

/**
 * Where the directories of a worker's builds can be had.
 *
 * @param hostName the name or address under which servers and browsers reach the worker
 * @param filePort 0 when it serves no files
 */
public record WorkerAddress(String hostName, int filePort) {}
