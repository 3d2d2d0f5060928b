package io.vespene.server.page;

import io.vespene.core.build.BuildFilter;
import io.vespene.core.build.BuildPage;
import io.vespene.core.build.Builds;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Projects;
import io.vespene.server.view.BuildList;
import io.vespene.server.view.BuildQuery;
import io.vespene.server.view.BuildRows;
import java.util.List;
import java.util.Optional;

/** Looks for the builds that an address names. */
final class FindBuilds {
  private static final int PAGE_SIZE = 50;

  private final Builds builds;
  private final Projects projects;
  private final WorkerPools pools;

  FindBuilds(Builds builds, Projects projects, WorkerPools pools) {
    this.builds = builds;
    this.projects = projects;
    this.pools = pools;
  }

  BuildList page(BuildQuery query, Optional<Long> cursor) {
    List<String> names = pools.list().stream().map(WorkerPool::name).toList();
    try {
      BuildPage page = builds.list(filter(query), cursor, PAGE_SIZE);
      return new BuildList(
          query,
          new BuildRows(page.builds(), builds.waitingReasons(page.builds())),
          names,
          page.next().map(query::link),
          cursor.isEmpty(),
          Optional.empty());
    } catch (NotFound missing) {
      return new BuildList(
          query,
          BuildRows.NONE,
          names,
          Optional.empty(),
          true,
          Optional.ofNullable(missing.getMessage()));
    }
  }

  private BuildFilter filter(BuildQuery query) {
    Optional<Long> project =
        query.project().isEmpty()
            ? Optional.empty()
            : Optional.of(projects.require(query.project()).id());
    Optional<Long> pool =
        query.pool().isEmpty() ? Optional.empty() : Optional.of(pools.require(query.pool()).id());
    return new BuildFilter(query.status(), project, pool, Optional.empty());
  }
}
