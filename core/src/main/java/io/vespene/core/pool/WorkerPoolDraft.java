package io.vespene.core.pool;

import io.vespene.core.variable.ObjectVariables;

/**
 * What a person says about a worker pool.
 *
 * @param name letters, digits and {@code . _ -}, beginning with a letter or digit; unique
 * @param isolation {@code sudo}, {@code basic_container}, or {@code none} where the settings allow
 *     it
 * @param sudoUser whom scripts run as under {@code sudo}
 * @param containers what builds may be and use under {@code basic_container}
 * @param directoryPermissions of working directories, such as 0770
 * @param buildLatestOnly whether a newer build of a project ends its older queued ones
 * @param autoAbortMinutes how long a build waits for a worker
 * @param lostAfterSeconds how long a worker may be silent before its builds are given up
 * @param logLimitBytes how much output of a build is kept
 * @param retention how long builds and their directories are kept
 * @param variables for the builds of all its projects
 */
public record WorkerPoolDraft(
    String name,
    String description,
    String isolation,
    String sudoUser,
    PoolContainers containers,
    int directoryPermissions,
    boolean buildLatestOnly,
    int autoAbortMinutes,
    int lostAfterSeconds,
    long logLimitBytes,
    Retention retention,
    ObjectVariables variables) {

  /** A pool with every setting as it is by default. */
  public static WorkerPoolDraft of(String name, String isolation, String sudoUser) {
    return new WorkerPoolDraft(
        name,
        "",
        isolation,
        sudoUser,
        PoolContainers.DEFAULT,
        0770,
        true,
        24 * 60,
        5 * 60,
        1024L * 1024 * 1024,
        Retention.DEFAULT,
        ObjectVariables.NONE);
  }
}
