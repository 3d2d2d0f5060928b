package io.vespene.plugin;

/** How processes are asked, or made, to end. */
public enum ProcessSignal {
  /** Asks: a process may still clean up. */
  TERMINATE,
  /** Makes: processes are first frozen, so that none can start another meanwhile. */
  KILL
}
