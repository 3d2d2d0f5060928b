package io.vespene.worker.process;

/**
 * A process that runs.
 *
 * @param group its process group; 0 when the system does not say
 * @param session its session; 0 when the system does not say
 * @param startedAt when it was started, in an order that only processes of this machine share; 0
 *     when the system does not say
 */
record ProcessEntry(long processId, long parent, long group, long session, long startedAt) {}
