package io.vespene.protocol.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** One step in the growth of a build's log. Sequence numbers start at 0 and have no gaps. */
public sealed interface LogFrame {
  long sequence();

  /**
   * A visible part of the build flow begins.
   *
   * @param section the part's number, from 0
   * @param kind {@code claim}, {@code directory}, {@code checkout}, {@code script}, …
   * @param title what a person reads
   */
  record SectionStarted(long sequence, int section, String kind, String title, Instant at)
      implements LogFrame {}

  /**
   * Lines of output.
   *
   * @param firstLine the number, from 1, of the first line that begins here
   * @param lineCount how many lines begin here; pieces that continue an earlier line don't count
   * @param rawBytes the size of the output itself, newlines included
   * @param packed the lines as {@link LinePacker} packs them
   */
  record Lines(
      long sequence,
      int section,
      long firstLine,
      int lineCount,
      long rawBytes,
      Instant firstAt,
      ByteBuffer packed)
      implements LogFrame {}

  /**
   * A visible part of the build flow is over.
   *
   * @param failure what went wrong, when something did
   */
  record SectionEnded(long sequence, int section, Optional<String> failure, Instant at)
      implements LogFrame {}

  /** What was checked out; empty texts where the source has no such thing. */
  record SourceRecorded(
      long sequence, String revision, String author, String message, String branch)
      implements LogFrame {}
}
