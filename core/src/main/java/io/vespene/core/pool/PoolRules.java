package io.vespene.core.pool;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.variable.VariableRules;
import java.util.regex.Pattern;

/**
 * What a worker pool may be.
 *
 * @param allowUnisolated whether scripts may run as the worker's own user
 */
public record PoolRules(boolean allowUnisolated) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern SYSTEM_USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
  private static final int MAX_DESCRIPTION = 10_000;
  private static final int YEAR_MINUTES = 366 * 24 * 60;
  private static final int WEEK_SECONDS = 7 * 24 * 60 * 60;
  private static final int CENTURY_DAYS = 36_500;
  private static final long MEBIBYTE = 1024 * 1024;

  /** Notes everything that is wrong with the draft, whatever else exists. */
  void check(WorkerPoolDraft draft, FieldErrors errors) {
    errors
        .require(
            NAME.matcher(draft.name()).matches(),
            "name",
            "must be 1 to 100 letters, digits and . _ -, beginning with a letter or digit")
        .requireText(draft.description(), MAX_DESCRIPTION, "description")
        .require(isKnown(draft.isolation()), "isolation", "must be sudo or none")
        .require(
            allowUnisolated || !draft.isolation().equals("none"),
            "isolation",
            "must not be none, as the settings don't say allow-unisolated")
        .require(
            !draft.isolation().equals("sudo") || SYSTEM_USER.matcher(draft.sudoUser()).matches(),
            "sudo_user",
            "must be the name of a user of the worker's machine")
        .require(
            !draft.isolation().equals("sudo") || !draft.sudoUser().equals("root"),
            "sudo_user",
            "must not be root, from whom nothing is isolated")
        .requireRange(draft.directoryPermissions(), 0700, 0777, "directory_permissions")
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
    VariableRules.check(draft.variables(), errors);
  }

  private static boolean isKnown(String isolation) {
    return isolation.equals("sudo") || isolation.equals("none");
  }
}
