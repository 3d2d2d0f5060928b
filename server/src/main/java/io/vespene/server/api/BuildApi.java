package io.vespene.server.api;

import io.vespene.core.audit.Actor;
import io.vespene.core.build.Build;
import io.vespene.core.build.BuildFilter;
import io.vespene.core.build.BuildPage;
import io.vespene.core.build.BuildStatus;
import io.vespene.core.build.Builds;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.project.Project;
import io.vespene.core.project.Projects;
import io.vespene.core.user.User;
import io.vespene.protocol.rest.BuildResource;
import io.vespene.protocol.rest.Page;
import io.vespene.server.security.Rights;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Builds: history, state, stop. */
@RestController
@RequestMapping("/api/v1/builds")
final class BuildApi {
  private static final int USUAL_LIMIT = 50;
  private static final int MAX_LIMIT = 1_000;

  private final Builds builds;
  private final Projects projects;
  private final WorkerPools pools;

  BuildApi(Builds builds, Projects projects, WorkerPools pools) {
    this.builds = builds;
    this.projects = projects;
    this.pools = pools;
  }

  @GetMapping
  Page<BuildResource> list(
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> project,
      @RequestParam(name = "worker_pool") Optional<String> pool,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    var filter =
        new BuildFilter(
            status.map(BuildApi::status),
            project.map(name -> projects.require(name)).map(Project::id),
            pool.map(name -> pools.require(name)).map(WorkerPool::id),
            Optional.empty());
    int most = Limits.limit(limit, USUAL_LIMIT, MAX_LIMIT);
    BuildPage part = builds.list(filter, Limits.number(cursor), most);
    Map<Long, String> waiting = builds.waitingReasons(part.builds());
    return new Page<>(
        part.builds().stream()
            .map(build -> BuildResources.of(build, Optional.ofNullable(waiting.get(build.id()))))
            .toList(),
        part.next().map(String::valueOf));
  }

  @GetMapping("/{id}")
  BuildResource show(@PathVariable long id) {
    return resource(builds.require(id));
  }

  @PostMapping("/{id}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  BuildResource stop(User user, Actor actor, @PathVariable long id) {
    Build build = builds.require(id);
    Rights.requireOwner(user, projects.require(Long.toString(build.project().id())));
    return resource(builds.stop(id, actor));
  }

  /** Starts a build with the answers and the revision that this one had. */
  @PostMapping("/{id}/restart")
  ResponseEntity<BuildResource> restart(User user, Actor actor, @PathVariable long id) {
    Build before = builds.require(id);
    Rights.requireOwner(user, projects.require(Long.toString(before.project().id())));
    Build build = builds.restart(id, actor);
    return ResponseEntity.created(URI.create("/api/v1/builds/" + build.id())).body(resource(build));
  }

  private BuildResource resource(Build build) {
    return BuildResources.of(build, builds);
  }

  private static BuildStatus status(String text) {
    try {
      return BuildStatus.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String allowed =
          Arrays.stream(BuildStatus.values()).map(Enum::name).collect(Collectors.joining(", "));
      throw new InvalidInput("status", "must be one of " + allowed);
    }
  }
}
