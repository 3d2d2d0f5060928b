package io.vespene.core.log;

import io.vespene.core.claim.Claim;
import io.vespene.core.database.Database;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.protocol.log.LogFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The stored output of builds. Reading costs the same anywhere in a log of any size. */
public final class BuildLogs {
  /** No answer has more lines. */
  public static final int MAX_LINES = 5_000;

  private static final int CHUNKS_AT_ONCE = 16;
  private static final int COMPARED_AT_ONCE = 1_000;

  /** A line that came in more pieces than this is told incompletely while it grows. */
  private static final int MAX_CHUNKS_OF_LINE = 512;

  private final Database database;
  private final Wakeups wakeups;

  public BuildLogs(Database database, Wakeups wakeups) {
    this.database = database;
    this.wakeups = wakeups;
  }

  /**
   * Stores the frames that are not stored yet.
   *
   * @param frames in order and without gaps; those that are known already are passed over, and
   *     those after a gap are not stored
   * @throws io.vespene.core.problem.InvalidInput if the frames contradict each other or the stored
   *     log
   */
  public AppendResult append(Claim claim, List<LogFrame> frames) {
    AppendFrames all = AppendFrames.alone(frames);
    AppendResult result = database.inTransaction(handle -> all.append(handle, claim));
    wakeups.signalHere(Topic.build(claim.build()));
    return result;
  }

  /**
   * Lines by number.
   *
   * @param fromLine 1 or more
   * @param limit at most so many lines, and never more than {@link #MAX_LINES}
   */
  public List<StoredLine> lines(long build, long fromLine, int limit) {
    long first = Math.max(1, fromLine);
    var lines = new LineAssembler(first, Math.clamp(limit, 0, MAX_LINES));
    Optional<Long> start =
        database.withHandle(handle -> new ChunkStore(handle).findSequence(build, first));
    start.ifPresent(sequence -> assemble(build, sequence, lines));
    return lines.finish();
  }

  private void assemble(long build, long fromSequence, LineAssembler lines) {
    long next = fromSequence;
    // A screen full of lines lies in one or two chunks; whoever wants more gets bigger helpings.
    int helping = 2;
    while (!lines.isFull()) {
      List<LogChunk> chunks = read(build, next, helping);
      if (chunks.isEmpty()) {
        return;
      }
      chunks.forEach(lines::add);
      next = chunks.getLast().sequence() + 1;
      helping = Math.min(helping * 2, CHUNKS_AT_ONCE);
    }
  }

  /** The sections so far, in order. */
  public List<LogSection> sections(long build) {
    return database.withHandle(handle -> new ChunkStore(handle).sections(build));
  }

  /**
   * Where the logs of two builds differ. Only their first lines are compared, as {@link
   * LogComparison} says.
   */
  public LogComparison compare(long olderBuild, long newerBuild) {
    return CompareLogs.compare(head(olderBuild), head(newerBuild));
  }

  private LogHead head(long build) {
    return LogHead.read(from -> lines(build, from, COMPARED_AT_ONCE));
  }

  /** Writes the output byte for byte as it was printed, in little memory however long it is. */
  public void copyRaw(long build, OutputStream out) throws IOException {
    long next = 0;
    while (true) {
      // No connection is kept while a slow reader makes us wait.
      List<LogChunk> chunks = read(build, next, CHUNKS_AT_ONCE);
      if (chunks.isEmpty()) {
        return;
      }
      for (LogChunk chunk : chunks) {
        chunk.copyRaw(out);
      }
      next = chunks.getLast().sequence() + 1;
    }
  }

  /**
   * What was stored under this sequence number and later, for viewers that follow.
   *
   * @param fromSequence 0 for all, else the {@code nextSequence} of the answer before
   * @param limit at most about so many lines
   */
  public LogTail tail(long build, long fromSequence, int limit) {
    List<LogChunk> chunks = read(build, fromSequence, CHUNKS_AT_ONCE);
    if (chunks.isEmpty()) {
      return new LogTail(List.of(), fromSequence);
    }
    // The first new line may be the rest of an older one, which is then told as a whole.
    long firstLine =
        Math.max(1, chunks.getFirst().firstLine() - (chunks.getFirst().continues() ? 1 : 0));
    int wanted = Math.clamp(limit, 1, MAX_LINES);
    int used = 0;
    long lines = 0;
    while (used < chunks.size() && lines < wanted) {
      lines += chunks.get(used).lineCount();
      used++;
    }
    LogChunk last = chunks.get(used - 1);
    long count = last.firstLine() + last.lineCount() - firstLine;
    var assembler = new LineAssembler(firstLine, (int) Math.min(count, Integer.MAX_VALUE));
    if (chunks.getFirst().continues()) {
      olderChunks(build, firstLine, fromSequence).forEach(assembler::add);
    }
    chunks.subList(0, used).forEach(assembler::add);
    return new LogTail(assembler.finish(), last.sequence() + 1);
  }

  private List<LogChunk> olderChunks(long build, long line, long beforeSequence) {
    return database.withHandle(handle -> {
      var store = new ChunkStore(handle);
      return store
          .findSequence(build, line)
          .map(from -> store.list(build, from, beforeSequence, MAX_CHUNKS_OF_LINE))
          .orElse(List.of());
    });
  }

  private List<LogChunk> read(long build, long fromSequence, int limit) {
    return database.withHandle(
        handle -> new ChunkStore(handle).list(build, fromSequence, Long.MAX_VALUE, limit));
  }
}
