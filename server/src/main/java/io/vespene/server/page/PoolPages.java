package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.build.BuildFilter;
import io.vespene.core.build.BuildStatus;
import io.vespene.core.build.Builds;
import io.vespene.core.pool.PoolTokens;
import io.vespene.core.pool.WorkerPoolOverview;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.NotFound;
import io.vespene.core.user.User;
import io.vespene.core.worker.Worker;
import io.vespene.core.worker.WorkerStatus;
import io.vespene.core.worker.Workers;
import io.vespene.server.template.Templates;
import io.vespene.server.view.BuildRows;
import io.vespene.server.view.Frame;
import io.vespene.server.view.ObjectKind;
import io.vespene.server.view.ObjectList;
import io.vespene.server.view.PoolView;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of worker pools, and each pool with its queue, workers and tokens. */
@Controller
final class PoolPages {
  private static final int MAX_ROWS = 25;

  private final Templates templates;
  private final WorkerPools pools;
  private final PoolTokens tokens;
  private final Builds builds;
  private final Workers workers;

  PoolPages(
      Templates templates, WorkerPools pools, PoolTokens tokens, Builds builds, Workers workers) {
    this.templates = templates;
    this.pools = pools;
    this.tokens = tokens;
    this.builds = builds;
    this.workers = workers;
  }

  @GetMapping("/worker-pools")
  JteModel list(
      Frame frame,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "1") int page) {
    return templates.poolsList(
        frame,
        ObjectList.choose(
            ObjectKind.POOL,
            pools.overview(),
            row -> List.of(row.pool().name(), row.pool().settings().description()),
            search,
            page));
  }

  @GetMapping("/worker-pools/{id}")
  JteModel show(Frame frame, User user, @PathVariable long id) {
    WorkerPoolOverview overview =
        pools.overview().stream()
            .filter(row -> row.pool().id() == id)
            .findFirst()
            .orElseThrow(() -> new NotFound("worker pool", id));
    return templates.poolsShow(
        frame,
        new PoolView(
            overview,
            rows(id, BuildStatus.QUEUED),
            rows(id, BuildStatus.RUNNING),
            serving(overview.pool().name()),
            user.superuser() ? tokens.list(id) : List.of()));
  }

  private BuildRows rows(long pool, BuildStatus status) {
    var filter =
        new BuildFilter(Optional.of(status), Optional.empty(), Optional.of(pool), Optional.empty());
    var found = builds.list(filter, Optional.empty(), MAX_ROWS).builds();
    return new BuildRows(found, builds.waitingReasons(found));
  }

  private List<Worker> serving(String pool) {
    return workers.list().stream()
        .filter(worker -> worker.pools().contains(pool))
        .filter(worker -> worker.status() != WorkerStatus.LEFT)
        .toList();
  }
}
