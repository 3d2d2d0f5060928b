package io.vespene.core.log;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.InvalidInput;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.log.LogFrames;
import java.util.List;
import java.util.OptionalLong;

/**
 * Log frames in order, without a gap, whose line numbers follow each other. What lies in packed
 * lines is looked at when it is read; until then only its size matters.
 */
final class FrameBatch {
  private static final int MAX_SECTION = 10_000;
  private static final int MAX_RAW_BYTES = 1024 * 1024;

  private final List<LogFrame> frames;

  private FrameBatch(List<LogFrame> frames) {
    this.frames = frames;
  }

  /**
   * The frames up to the first gap.
   *
   * @throws InvalidInput if they can't be a part of any log
   */
  static FrameBatch of(List<LogFrame> frames) {
    int size = 0;
    while (size < frames.size()
        && frames.get(size).sequence() == frames.getFirst().sequence() + size) {
      size++;
    }
    var batch = new FrameBatch(List.copyOf(frames.subList(0, size)));
    batch.check();
    return batch;
  }

  private void check() {
    var errors = new FieldErrors();
    long nextLine = 0;
    for (LogFrame frame : frames) {
      errors.requireRange(frame.sequence(), 0, Long.MAX_VALUE / 2, "sequence");
      switch (frame) {
        case LogFrame.Lines lines -> {
          errors.requireRange(lines.section(), 0, MAX_SECTION, "section");
          errors.requireRange(lines.lineCount(), 0, MAX_RAW_BYTES, "line_count");
          errors.requireRange(lines.rawBytes(), 0, MAX_RAW_BYTES, "raw_bytes");
          errors.requireRange(
              lines.packed().remaining(), 0, LogFrames.MAX_FRAME_BYTES, "packed_bytes");
          if (lines.lineCount() > 0) {
            errors.require(
                lines.firstLine() > 0 && (nextLine == 0 || lines.firstLine() == nextLine),
                "first_line",
                "must follow the line before");
            nextLine = lines.firstLine() + lines.lineCount();
          }
        }
        case LogFrame.SectionStarted started ->
            errors.requireRange(started.section(), 0, MAX_SECTION, "section");
        case LogFrame.SectionEnded ended ->
            errors.requireRange(ended.section(), 0, MAX_SECTION, "section");
        case LogFrame.SourceRecorded _ -> {}
      }
    }
    errors.throwIfAny();
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  List<LogFrame> frames() {
    return frames;
  }

  /** What is left when everything before this sequence number is known already. */
  FrameBatch from(long sequence) {
    return new FrameBatch(frames.stream().filter(frame -> frame.sequence() >= sequence).toList());
  }

  long startSequence() {
    return frames.getFirst().sequence();
  }

  long endSequence() {
    return frames.getLast().sequence() + 1;
  }

  /** How many lines begin in it. */
  long lineCount() {
    return frames.stream()
        .mapToLong(frame -> frame instanceof LogFrame.Lines lines ? lines.lineCount() : 0)
        .sum();
  }

  long rawBytes() {
    return frames.stream()
        .mapToLong(frame -> frame instanceof LogFrame.Lines lines ? lines.rawBytes() : 0)
        .sum();
  }

  /** How many lines the log must have before it; empty if no line begins in it. */
  OptionalLong linesBefore() {
    return frames.stream()
        .filter(LogFrame.Lines.class::isInstance)
        .map(LogFrame.Lines.class::cast)
        .filter(lines -> lines.lineCount() > 0)
        .mapToLong(lines -> lines.firstLine() - 1)
        .findFirst();
  }
}
