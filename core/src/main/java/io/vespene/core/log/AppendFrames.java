package io.vespene.core.log;

import io.vespene.core.claim.Claim;
import io.vespene.core.problem.InvalidInput;
import io.vespene.protocol.log.LogFrame;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stores what is new in a helping of log frames, as part of a caller's transaction. */
public final class AppendFrames {
  private final FrameBatch all;
  private final boolean awaitDisk;

  private AppendFrames(List<LogFrame> frames, boolean awaitDisk) {
    this.all = FrameBatch.of(frames);
    this.awaitDisk = awaitDisk;
  }

  /**
   * For a transaction that does nothing else. Its commit does not wait for the disk: the worker
   * keeps the frames until the build is finished, and finishing, which does wait, tells it when the
   * log ends too early.
   *
   * @throws InvalidInput if the frames contradict each other
   */
  static AppendFrames alone(List<LogFrame> frames) {
    return new AppendFrames(frames, false);
  }

  /**
   * For a transaction whose commit has to outlive a crash of the database.
   *
   * @throws InvalidInput if the frames contradict each other
   */
  public static AppendFrames durably(List<LogFrame> frames) {
    return new AppendFrames(frames, true);
  }

  /**
   * Stores the frames that are not stored yet.
   *
   * @throws InvalidInput if the frames contradict the stored log
   */
  public AppendResult append(Handle handle, Claim claim) {
    var store = new AppendStore(handle, awaitDisk);
    if (!all.isEmpty() && write(store, claim, all)) {
      return new AppendResult.Stored(all.endSequence());
    }
    // Not what is expected next: a repetition, a gap, or not this claim's build any more.
    Optional<AppendStore.Position> position = store.find(claim);
    if (position.isEmpty()) {
      return new AppendResult.Fenced();
    }
    long next = position.get().nextSequence();
    FrameBatch fresh = all.from(next);
    if (fresh.isEmpty() || fresh.startSequence() > next) {
      return new AppendResult.Stored(next);
    }
    if (!write(store, claim, fresh)) {
      throw new InvalidInput(
          "first_line", "must be " + (position.get().lines() + 1) + " in the next log frame");
    }
    return new AppendResult.Stored(fresh.endSequence());
  }

  private static boolean write(AppendStore store, Claim claim, FrameBatch frames) {
    Optional<Long> linesBefore = store.advance(claim, frames);
    linesBefore.ifPresent(lines -> store.write(claim.build(), frames, lines));
    return linesBefore.isPresent();
  }
}
