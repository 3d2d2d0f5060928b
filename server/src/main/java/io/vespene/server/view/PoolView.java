package io.vespene.server.view;

import io.vespene.core.pool.PoolToken;
import io.vespene.core.pool.WorkerPoolOverview;
import io.vespene.core.worker.Worker;
import java.util.List;

/**
 * A worker pool as its page shows it.
 *
 * @param queue builds that wait, newest first
 * @param running builds that run
 * @param tokens none for those who may not see them
 */
public record PoolView(
    WorkerPoolOverview overview,
    BuildRows queue,
    BuildRows running,
    List<Worker> workers,
    List<PoolToken> tokens) {
  public PoolView {
    workers = List.copyOf(workers);
    tokens = List.copyOf(tokens);
  }
}
