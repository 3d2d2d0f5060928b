package io.vespene.server.api;

import io.vespene.core.build.Build;
import io.vespene.core.build.Named;
import io.vespene.core.build.Revision;
import io.vespene.protocol.rest.BuildResource;
import java.util.Optional;
import java.util.function.Function;

/** Builds as the REST API tells them. */
public final class BuildResources {
  private BuildResources() {}

  /**
   * The resource.
   *
   * @param waiting why the build does not run yet
   */
  public static BuildResource of(Build build, Optional<String> waiting) {
    return new BuildResource(
        build.id(),
        build.project().name(),
        build.pool().name(),
        build.status().name(),
        build.reason(),
        waiting,
        build.exitCode(),
        checkedOut(build, Revision::revision),
        checkedOut(build, Revision::branch),
        checkedOut(build, Revision::author),
        checkedOut(build, Revision::message),
        build.worker().map(Named::name),
        build.requestedBy(),
        build.priority(),
        build.queuedAt(),
        build.startedAt(),
        build.endedAt(),
        build.retryOf(),
        build.supersededBy(),
        build.log().lines(),
        build.log().bytes());
  }

  private static Optional<String> checkedOut(Build build, Function<Revision, String> part) {
    return build.checkedOut().map(part).filter(text -> !text.isEmpty());
  }
}
