package io.vespene.protocol.worker;

/** How a build ended, as its worker saw it. */
public enum Outcome {
  SUCCESS,
  FAILURE,
  /** Ended by a stop order or by the worker's own shutdown. */
  ABORTED
}
