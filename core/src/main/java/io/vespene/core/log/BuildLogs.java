package io.vespene.core.log;

import io.vespene.core.claim.Claim;
import io.vespene.core.database.Database;
import io.vespene.core.database.Wakeups;
import io.vespene.protocol.log.LogFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The stored output of builds. Reading costs the same anywhere in a log of any size. */
public final class BuildLogs {
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
   * @throws io.vespene.core.problem.InvalidInput if the frames contradict the stored log
   */
  public AppendResult append(Claim claim, List<LogFrame> frames) {
    return io.vespene.core.problem.Pending.yet(database, wakeups, claim, frames);
  }

  /**
   * Lines by number.
   *
   * @param fromLine 1 or more
   * @param limit at most so many lines
   */
  public List<StoredLine> lines(long build, long fromLine, int limit) {
    return io.vespene.core.problem.Pending.yet(build, fromLine, limit);
  }

  /** The sections so far, in order. */
  public List<LogSection> sections(long build) {
    return io.vespene.core.problem.Pending.yet(build);
  }

  /** Writes the output byte for byte as it was printed, in little memory however long it is. */
  public void copyRaw(long build, OutputStream out) throws IOException {
    out.write(io.vespene.core.problem.Pending.<Integer>yet(build));
  }

  /**
   * What was stored under this sequence number and later, for viewers that follow.
   *
   * @param fromSequence 0 for all, else the {@code nextSequence} of the answer before
   * @param limit at most about so many lines
   */
  public LogTail tail(long build, long fromSequence, int limit) {
    return io.vespene.core.problem.Pending.yet(build, fromSequence, limit);
  }
}
