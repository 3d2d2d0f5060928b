package io.vespene.server.api;

import io.vespene.core.build.Build;
import io.vespene.core.build.BuildInputs;
import io.vespene.core.build.Builds;
import io.vespene.core.build.Named;
import io.vespene.core.build.Revision;
import io.vespene.protocol.rest.BuildResource;
import io.vespene.protocol.rest.TriggerOutcomeResource;
import io.vespene.protocol.worker.TriggerOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Builds as the REST API tells them. */
public final class BuildResources {
  private BuildResources() {}

  /**
   * The resource as lists and streams hold it.
   *
   * @param waiting why the build does not run yet
   */
  public static BuildResource of(Build build, Optional<String> waiting) {
    return of(build, waiting, Optional.empty());
  }

  /** The resource with all that belongs to it. */
  static BuildResource of(Build build, Builds builds) {
    var details =
        new Details(
            builds.inputs(build.id()),
            builds.outputVariables(build.id()),
            builds.triggerOutcomes(build.id()).stream().map(BuildResources::outcome).toList());
    return of(build, builds.waitingReason(build), Optional.of(details));
  }

  /** What is read only where one build is asked for. */
  private record Details(
      BuildInputs inputs,
      Map<String, String> outputVariables,
      List<TriggerOutcomeResource> triggerOutcomes) {}

  private static TriggerOutcomeResource outcome(TriggerOutcome outcome) {
    return new TriggerOutcomeResource(
        outcome.hook(),
        outcome.name(),
        outcome.plugin(),
        outcome.ok(),
        outcome.message(),
        outcome.milliseconds());
  }

  private static BuildResource of(
      Build build, Optional<String> waiting, Optional<Details> details) {
    Optional<BuildInputs> inputs = details.map(Details::inputs);
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
        build.log().bytes(),
        inputs.map(BuildInputs::script),
        inputs.map(known -> VariableResources.values(known.variables())),
        inputs.map(known -> VariableResources.origins(known.variables())),
        details.map(Details::outputVariables),
        details.map(Details::triggerOutcomes));
  }

  private static Optional<String> checkedOut(Build build, Function<Revision, String> part) {
    return build.checkedOut().map(part).filter(text -> !text.isEmpty());
  }
}
