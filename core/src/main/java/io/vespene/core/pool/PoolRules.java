package io.vespene.core.pool;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.variable.VariableRules;
import io.vespene.plugin.ContainerImage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a worker pool may be.
 *
 * @param allowUnisolated whether scripts may run as the worker's own user
 * @param pluginIsolations kinds of isolation that plugins of workers know, by the names in the
 *     settings
 */
public record PoolRules(boolean allowUnisolated, List<String> pluginIsolations) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern SYSTEM_USER =
      Pattern.compile("[a-z_](?:[a-z0-9_-]|\\{slot\\}){0,31}");
  private static final List<String> KNOWN = List.of("sudo", "basic_container", "none");
  private static final int MAX_CPUS = 1024;
  private static final int LEAST_MEMORY_MIB = 6;
  private static final int MAX_MEMORY_MIB = 16 * 1024 * 1024;
  private static final int MAX_PIDS = 4_194_304;
  private static final int MAX_DESCRIPTION = 10_000;
  private static final int YEAR_MINUTES = 366 * 24 * 60;
  private static final int WEEK_SECONDS = 7 * 24 * 60 * 60;
  private static final int CENTURY_DAYS = 36_500;
  private static final long MEBIBYTE = 1024 * 1024;

  public PoolRules {
    pluginIsolations = List.copyOf(pluginIsolations);
  }

  /** Without plugins. */
  public PoolRules(boolean allowUnisolated) {
    this(allowUnisolated, List.of());
  }

  /** Notes everything that is wrong with the draft, whatever else exists. */
  void check(WorkerPoolDraft draft, FieldErrors errors) {
    errors
        .require(
            NAME.matcher(draft.name()).matches(),
            "name",
            "must be 1 to 100 letters, digits and . _ -, beginning with a letter or digit")
        .requireText(draft.description(), MAX_DESCRIPTION, "description")
        .require(isKnown(draft.isolation()), "isolation", "must be " + allowed())
        .require(
            allowUnisolated || !draft.isolation().equals("none"),
            "isolation",
            "must not be none, as the settings don't say allow-unisolated")
        .require(
            !draft.isolation().equals("sudo") || SYSTEM_USER.matcher(draft.sudoUser()).matches(),
            "sudo_user",
            "must be the name of a user of the worker's machine, in which {slot} may stand")
        .require(
            !draft.isolation().equals("sudo") || !draft.sudoUser().equals("root"),
            "sudo_user",
            "must not be root, from whom nothing is isolated")
        .requireRange(draft.directoryPermissions(), 0700, 0777, "permissions")
        .requireRange(draft.autoAbortMinutes(), 1, YEAR_MINUTES, "auto_abort_minutes")
        .requireRange(draft.lostAfterSeconds(), 1, WEEK_SECONDS, "lost_after_seconds")
        .requireRange(draft.logLimitBytes(), MEBIBYTE, MEBIBYTE * MEBIBYTE, "log_limit_bytes")
        .requireRange(draft.retention().buildsDays(), 1, CENTURY_DAYS, "retention.builds_days")
        .requireRange(
            draft.retention().buildRootsDays(), 1, CENTURY_DAYS, "retention.build_roots_days")
        .require(
            draft.retention().buildRootsDays() <= draft.retention().buildsDays(),
            "retention.build_roots_days",
            "must be at most builds_days, as nobody finds the directory of a removed build");
    check(draft.containers(), errors);
    VariableRules.check(draft.variables(), errors);
  }

  private static void check(PoolContainers containers, FieldErrors errors) {
    containers.allowedImages().stream()
        .filter(pattern -> !ContainerImage.isPattern(pattern))
        .forEach(pattern ->
            errors.require(
                false,
                "allowed_images",
                "must be names of images such as debian:* or registry.example.org/team/*, unlike '"
                    + pattern
                    + "'"));
    errors
        .require(
            containers.cpus() >= 0 && containers.cpus() <= MAX_CPUS,
            "container_limits.cpus",
            "must be 0 (no limit) to " + MAX_CPUS)
        .require(
            containers.memoryMib() == 0 || isEnoughMemory(containers.memoryMib()),
            "container_limits.memory_mib",
            "must be 0 (no limit), or " + LEAST_MEMORY_MIB + " to " + MAX_MEMORY_MIB)
        .requireRange(containers.pids(), 0, MAX_PIDS, "container_limits.pids");
  }

  private static boolean isEnoughMemory(int mebibytes) {
    return mebibytes >= LEAST_MEMORY_MIB && mebibytes <= MAX_MEMORY_MIB;
  }

  private boolean isKnown(String isolation) {
    return KNOWN.contains(isolation) || pluginIsolations.contains(isolation);
  }

  private String allowed() {
    List<String> all = Stream.concat(KNOWN.stream(), pluginIsolations.stream()).toList();
    return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
  }
}
