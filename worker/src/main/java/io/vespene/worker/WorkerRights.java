package io.vespene.worker;

/**
 * What scripts and checkouts may do on this machine.
 *
 * @param allowUnisolated whether scripts may run as the worker's own user
 * @param allowFileUrls whether repositories may be folders of this machine
 */
public record WorkerRights(boolean allowUnisolated, boolean allowFileUrls) {
  /** Neither. */
  public static final WorkerRights STRICT = new WorkerRights(false, false);
}
