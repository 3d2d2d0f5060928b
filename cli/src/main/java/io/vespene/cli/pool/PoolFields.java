package io.vespene.cli.pool;

import io.vespene.cli.client.Json;
import io.vespene.cli.client.NameList;
import io.vespene.protocol.rest.ContainerLimitsInput;
import io.vespene.protocol.rest.PoolInput;
import io.vespene.protocol.rest.RetentionInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A pool's fields as options; those not given stay unsaid. */
final class PoolFields {
  @Option(
      names = "--description",
      paramLabel = "TEXT",
      description = "What its workers are good for.")
  private @Nullable String description;

  @Option(
      names = "--isolation",
      paramLabel = "TYPE",
      description =
          "How scripts are kept away from the worker: sudo, basic_container, or none where the "
              + "settings allow it. Default: sudo.")
  private @Nullable String isolation;

  @Option(
      names = "--sudo-user",
      paramLabel = "USER",
      description = "The user that scripts run as, with isolation sudo.")
  private @Nullable String sudoUser;

  @Option(
      names = "--allowed-images",
      paramLabel = "IMAGE,…",
      description =
          "What containers may be made of, with isolation basic_container, such as "
              + "'debian:*,registry.example.org/team/*'. '' for any image.")
  private @Nullable String allowedImages;

  @Option(
      names = "--container-cpus",
      paramLabel = "N",
      description = "How many processors a container may use, such as 1.5. Default: 0, for all.")
  private @Nullable Double containerCpus;

  @Option(
      names = "--container-memory-mib",
      paramLabel = "MIB",
      description = "How much memory a container may use. Default: 0, for all.")
  private @Nullable Integer containerMemoryMib;

  @Option(
      names = "--container-pids",
      paramLabel = "N",
      description = "How many processes a container may have; 0 for any number. Default: 4096.")
  private @Nullable Integer containerPids;

  @Option(
      names = "--container-network",
      paramLabel = "true|false",
      arity = "1",
      description = "Whether containers reach the network. Default: true.")
  private @Nullable Boolean containerNetwork;

  @Option(
      names = "--permissions",
      paramLabel = "OCTAL",
      description = "The permissions of a build's working directory. Default: 0770.")
  private @Nullable String permissions;

  @Option(
      names = "--build-latest-only",
      paramLabel = "true|false",
      arity = "1",
      description = "Whether a newer queued build replaces an older one. Default: true.")
  private @Nullable Boolean buildLatestOnly;

  @Option(
      names = "--auto-abort-minutes",
      paramLabel = "MINUTES",
      description = "How long a build may wait for a worker. Default: 1440.")
  private @Nullable Integer autoAbortMinutes;

  @Option(
      names = "--lost-after-seconds",
      paramLabel = "SECONDS",
      description = "After how long a silence a worker's builds are given up. Default: 300.")
  private @Nullable Integer lostAfterSeconds;

  @Option(
      names = "--log-limit-bytes",
      paramLabel = "BYTES",
      description = "How much output of a build is kept. Default: 1073741824 (1 GiB).")
  private @Nullable Long logLimitBytes;

  @Option(
      names = "--keep-builds-days",
      paramLabel = "DAYS",
      description = "How long builds and their logs are kept. Default: 365.")
  private @Nullable Integer keepBuildsDays;

  @Option(
      names = "--keep-build-roots-days",
      paramLabel = "DAYS",
      description = "How long the directories of builds are kept. Default: 31.")
  private @Nullable Integer keepBuildRootsDays;

  @Option(
      names = "--variables",
      paramLabel = "JSON",
      description = "Variables for all builds in the pool, such as '{\"region\": \"north\"}'.")
  private @Nullable String variables;

  @Option(
      names = "--variable-sets",
      paramLabel = "NAME,…",
      description = "Variable sets, in order; the later beats the earlier. '' for none.")
  private @Nullable String variableSets;

  PoolInput input(Optional<String> name) {
    return new PoolInput(
        name,
        Optional.ofNullable(description),
        Optional.ofNullable(isolation),
        Optional.ofNullable(sudoUser),
        Optional.ofNullable(allowedImages).map(NameList::parse),
        containerLimits(),
        Optional.ofNullable(permissions),
        Optional.ofNullable(buildLatestOnly),
        Optional.ofNullable(autoAbortMinutes),
        Optional.ofNullable(lostAfterSeconds),
        Optional.ofNullable(logLimitBytes),
        retention(),
        Optional.ofNullable(variables).map(text -> Json.object("--variables", text)),
        Optional.ofNullable(variableSets).map(NameList::parse));
  }

  private Optional<ContainerLimitsInput> containerLimits() {
    var limits =
        new ContainerLimitsInput(
            Optional.ofNullable(containerCpus),
            Optional.ofNullable(containerMemoryMib),
            Optional.ofNullable(containerPids),
            Optional.ofNullable(containerNetwork));
    boolean given =
        limits.cpus().isPresent()
            || limits.memoryMib().isPresent()
            || limits.pids().isPresent()
            || limits.network().isPresent();
    return given ? Optional.of(limits) : Optional.empty();
  }

  private Optional<RetentionInput> retention() {
    boolean given = keepBuildsDays != null || keepBuildRootsDays != null;
    return given
        ? Optional.of(
            new RetentionInput(
                Optional.ofNullable(keepBuildsDays), Optional.ofNullable(keepBuildRootsDays)))
        : Optional.empty();
  }
}
