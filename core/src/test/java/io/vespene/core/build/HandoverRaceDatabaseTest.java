package io.vespene.core.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.project.Project;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandoverRaceDatabaseTest {
  private static final int WORKERS = 12;
  private static final int PROJECTS = 15;
  private static final int BUILDS_PER_PROJECT = 140;

  private final Map<Long, AtomicInteger> running = new ConcurrentHashMap<>();
  private final Map<Long, AtomicInteger> mostRunning = new ConcurrentHashMap<>();
  private final Map<Long, AtomicInteger> runs = new ConcurrentHashMap<>();
  private final AtomicInteger ended = new AtomicInteger();

  @Test
  void everyBuildRunsOnceAndNoProjectRunsMoreThanItMay() throws Exception {
    try (TestEngine engine = TestEngine.open()) {
      WorkerPool pool = engine.pool("general");
      var limits = new HashMap<Long, Integer>();
      for (int number = 0; number < PROJECTS; number++) {
        int maxRunning = number % 4; // 0 is no limit
        Project project = engine.project("project " + number, pool, number % 3, maxRunning, 0);
        limits.put(project.id(), maxRunning);
        queue(engine, project);
      }
      runAll(engine, pool);

      assertThat(ended.get()).isEqualTo(PROJECTS * BUILDS_PER_PROJECT);
      assertThat(runs.values()).allMatch(count -> count.get() == 1);
      limits.forEach((project, limit) -> {
        if (limit > 0) {
          assertThat(mostRunning.get(project)).hasValueLessThanOrEqualTo(limit);
        }
      });
      assertThat(
              engine.read(
                  Long.class,
                  "SELECT count(*) FROM build_status_changes WHERE to_status = 'RUNNING'"))
          .isEqualTo(PROJECTS * BUILDS_PER_PROJECT);
    }
  }

  /** Quicker than starting them one by one, which other tests do. */
  private static void queue(TestEngine engine, Project project) {
    Build first = engine.start(project);
    engine.execute(
        """
        WITH more AS (
          INSERT INTO builds (project_id, worker_pool_id, priority, requested_by)
          SELECT project_id, worker_pool_id, priority, requested_by
          FROM builds, generate_series(2, ?) WHERE id = ?
          RETURNING id)
        INSERT INTO build_inputs (build_id, script, scm_type, repo_url, repo_branch, submodules,
          timeout_minutes)
        SELECT more.id, i.script, i.scm_type, i.repo_url, i.repo_branch, i.submodules,
          i.timeout_minutes
        FROM more, build_inputs i WHERE i.build_id = ?
        """,
        BUILDS_PER_PROJECT,
        first.id(),
        first.id());
  }

  private void runAll(TestEngine engine, WorkerPool pool) throws Exception {
    var workers = new ArrayList<Callable<@Nullable Void>>();
    for (int number = 0; number < WORKERS; number++) {
      TestWorker worker = engine.worker("w" + number, pool);
      workers.add(() -> work(worker));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<@Nullable Void> done : threads.invokeAll(workers)) {
        done.get();
      }
    }
  }

  private @Nullable Void work(TestWorker worker) {
    while (ended.get() < PROJECTS * BUILDS_PER_PROJECT) {
      List<Assignment> assignments = worker.poll(2).assignments();
      assignments.forEach(assignment -> run(worker, assignment));
    }
    return null;
  }

  private void run(TestWorker worker, Assignment assignment) {
    Claim claim = worker.claim(assignment);
    if (!worker.acknowledge(claim)) {
      return;
    }
    long project = assignment.project().id();
    int now = count(running, project).incrementAndGet();
    count(mostRunning, project).accumulateAndGet(now, Math::max);
    count(runs, assignment.build()).incrementAndGet();
    count(running, project).decrementAndGet();
    assertThat(worker.finish(claim, Outcome.SUCCESS, "exit code 0"))
        .isEqualTo(new FinishResult.Ended(BuildStatus.SUCCESS));
    ended.incrementAndGet();
  }

  private static AtomicInteger count(Map<Long, AtomicInteger> counts, long key) {
    return counts.computeIfAbsent(key, _ -> new AtomicInteger());
  }
}
