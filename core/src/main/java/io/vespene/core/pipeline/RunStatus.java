package io.vespene.core.pipeline;

/** How far a run of a pipeline is. */
public enum RunStatus {
  RUNNING,
  /** Every stage has succeeded. */
  SUCCESS,
  /** Stopped at a project that failed; building that project again continues the run. */
  FAILURE,
  /** Stopped for good. */
  ABORTED
}
