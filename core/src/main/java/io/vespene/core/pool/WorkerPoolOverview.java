package io.vespene.core.pool;

/**
 * A worker pool and what goes on in it now.
 *
 * @param queuedBuilds builds that wait, those being handed over included
 * @param runningBuilds builds that run or are being stopped
 * @param workers processes that serve it and were heard from lately
 * @param slots how many builds these workers can run at once
 * @param freeSlots how many more they could start now; draining workers have none
 * @param projects how many projects use it
 */
public record WorkerPoolOverview(
    WorkerPool pool,
    long queuedBuilds,
    long runningBuilds,
    int workers,
    int slots,
    int freeSlots,
    int projects) {
  /** Whether builds wait that no worker will take. */
  public boolean starved() {
    return queuedBuilds > 0 && workers == 0;
  }
}
