package io.vespene.worker.build;

/** One step of the build flow, shown as a section of the log. */
interface Phase {
  /** The section's kind, as the log's readers know it. */
  String kind();

  /** The section's title. */
  String title(BuildWork work);

  /** Whether this build needs the step at all. */
  default boolean isNeeded(BuildWork work) {
    return true;
  }

  /**
   * Does the step.
   *
   * @throws PhaseFailed if the build ends with it
   */
  void run(BuildWork work) throws PhaseFailed, InterruptedException;
}
