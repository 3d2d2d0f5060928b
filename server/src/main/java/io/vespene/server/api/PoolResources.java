package io.vespene.server.api;

import io.vespene.core.pool.IssuedPoolToken;
import io.vespene.core.pool.PoolContainers;
import io.vespene.core.pool.PoolToken;
import io.vespene.core.pool.Retention;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPoolDraft;
import io.vespene.core.pool.WorkerPoolOverview;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.protocol.rest.ContainerLimitsInput;
import io.vespene.protocol.rest.ContainerLimitsResource;
import io.vespene.protocol.rest.PoolInput;
import io.vespene.protocol.rest.PoolResource;
import io.vespene.protocol.rest.PoolTokenResource;
import io.vespene.protocol.rest.RetentionInput;
import io.vespene.protocol.rest.RetentionResource;
import java.util.Optional;

/** Worker pools and their tokens as the REST API tells and takes them. */
final class PoolResources {
  private static final String USUAL_ISOLATION = "sudo";

  private PoolResources() {}

  static PoolResource of(WorkerPoolOverview overview) {
    WorkerPool pool = overview.pool();
    WorkerPoolDraft settings = pool.settings();
    return new PoolResource(
        pool.id(),
        settings.name(),
        settings.description(),
        settings.isolation(),
        settings.sudoUser(),
        settings.containers().allowedImages(),
        limits(settings.containers()),
        octal(settings.directoryPermissions()),
        settings.buildLatestOnly(),
        settings.autoAbortMinutes(),
        settings.lostAfterSeconds(),
        settings.logLimitBytes(),
        new RetentionResource(
            settings.retention().buildsDays(), settings.retention().buildRootsDays()),
        JsonValues.of(settings.variables().own()),
        settings.variables().sets(),
        Math.toIntExact(overview.queuedBuilds()),
        Math.toIntExact(overview.runningBuilds()),
        overview.workers(),
        pool.createdAt(),
        pool.version());
  }

  static PoolTokenResource of(WorkerPool pool, PoolToken token, Optional<IssuedPoolToken> issued) {
    return new PoolTokenResource(
        token.id(),
        pool.name(),
        issued.map(IssuedPoolToken::text),
        token.createdBy(),
        token.createdAt(),
        token.lastUsedAt(),
        token.revokedAt());
  }

  /** A new pool: what is left out takes its default, what must not be left out is refused. */
  static WorkerPoolDraft draft(PoolInput input) {
    return edited(
        WorkerPoolDraft.of(
            input.name().orElse(""),
            input.isolation().orElse(USUAL_ISOLATION),
            input.sudoUser().orElse("")),
        input);
  }

  /** An edited pool: what is left out stays. */
  static WorkerPoolDraft edited(WorkerPoolDraft before, PoolInput input) {
    return new WorkerPoolDraft(
        input.name().orElse(before.name()),
        input.description().orElse(before.description()),
        input.isolation().orElse(before.isolation()),
        input.sudoUser().orElse(before.sudoUser()),
        containers(before.containers(), input),
        input.permissions().map(PoolResources::permissions).orElse(before.directoryPermissions()),
        input.buildLatestOnly().orElse(before.buildLatestOnly()),
        input.autoAbortMinutes().orElse(before.autoAbortMinutes()),
        input.lostAfterSeconds().orElse(before.lostAfterSeconds()),
        input.logLimitBytes().orElse(before.logLimitBytes()),
        input
            .retention()
            .map(given -> edited(before.retention(), given))
            .orElse(before.retention()),
        new ObjectVariables(
            JsonValues.of(input.variables().orElse(before.variables().own())),
            input.variableSets().orElse(before.variables().sets())));
  }

  private static ContainerLimitsResource limits(PoolContainers containers) {
    return new ContainerLimitsResource(
        containers.cpus(), containers.memoryMib(), containers.pids(), containers.network());
  }

  private static PoolContainers containers(PoolContainers before, PoolInput input) {
    Optional<ContainerLimitsInput> limits = input.containerLimits();
    return new PoolContainers(
        input.allowedImages().orElse(before.allowedImages()),
        limits.flatMap(ContainerLimitsInput::cpus).orElse(before.cpus()),
        limits.flatMap(ContainerLimitsInput::memoryMib).orElse(before.memoryMib()),
        limits.flatMap(ContainerLimitsInput::pids).orElse(before.pids()),
        limits.flatMap(ContainerLimitsInput::network).orElse(before.network()));
  }

  private static Retention edited(Retention before, RetentionInput input) {
    return new Retention(
        input.buildsDays().orElse(before.buildsDays()),
        input.buildRootsDays().orElse(before.buildRootsDays()));
  }

  private static int permissions(String text) {
    if (!text.matches("[0-7]{3,4}")) {
      throw new InvalidInput("permissions", "must be octal digits such as 0770");
    }
    return Integer.parseInt(text, 8);
  }

  private static String octal(int permissions) {
    return String.format("%04o", permissions);
  }
}
