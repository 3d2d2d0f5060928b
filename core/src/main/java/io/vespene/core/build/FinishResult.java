package io.vespene.core.build;

/** What became of a worker's word that a build is over. */
public sealed interface FinishResult {
  /**
   * The build has ended, now or when the same was said before.
   *
   * @param status {@code ABORTED} if a stop had been asked for, whatever the worker said
   */
  record Ended(BuildStatus status) implements FinishResult {}

  /** The build is not this claim's; nothing was changed. */
  record Fenced() implements FinishResult {}

  /**
   * Part of the log is missing; nothing was changed.
   *
   * @param nextSequence the first log frame that is missing
   */
  record LogIncomplete(long nextSequence) implements FinishResult {}
}
