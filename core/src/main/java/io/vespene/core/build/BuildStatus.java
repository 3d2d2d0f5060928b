package io.vespene.core.build;

/** How far a build has come. */
public enum BuildStatus {
  QUEUED,
  RUNNING,
  /** A stop was asked for; not all of its processes are known to be dead. */
  ABORTING,
  SUCCESS,
  FAILURE,
  ABORTED,
  /** Given up: its worker was lost, or none took it in time. */
  ORPHANED;

  /** Whether a build with this status never changes again. */
  public boolean ended() {
    return switch (this) {
      case QUEUED, RUNNING, ABORTING -> false;
      case SUCCESS, FAILURE, ABORTED, ORPHANED -> true;
    };
  }
}
