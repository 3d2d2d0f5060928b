package io.vespene.core.worker;

/** How a worker is doing, for people. */
public enum WorkerStatus {
  ONLINE,
  /** Finishes what it runs and takes nothing more. */
  DRAINING,
  /** Not heard from for a while; its builds may still run. */
  UNREACHABLE,
  /** Silent for so long that its builds were given up. */
  LOST,
  /** Ended in good order, or never started. */
  LEFT
}
