package io.vespene.core.log;

/** What became of log frames that a worker sent. */
public sealed interface AppendResult {
  /**
   * All is stored up to here.
   *
   * @param nextSequence the first sequence number that is missing
   */
  record Stored(long nextSequence) implements AppendResult {}

  /** The build is not this claim's; nothing was changed. */
  record Fenced() implements AppendResult {}
}
