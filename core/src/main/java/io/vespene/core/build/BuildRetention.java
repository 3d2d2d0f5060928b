package io.vespene.core.build;

import io.vespene.core.database.Database;
import java.util.List;
import java.util.Optional;

/**
 * Removes what builds have left when its time is over. Each project's last build that has ended,
 * and its last success, are never removed.
 *
 * <p>Builds are removed here, with their logs; their directories by the workers that have them,
 * when they ask.
 */
public final class BuildRetention {
  private static final int BUILDS_AT_ONCE = 200;
  private static final int CHUNKS_AT_ONCE = 2_000;
  private static final int MOST_BATCHES = 100;

  private final Database database;

  public BuildRetention(Database database) {
    this.database = database;
  }

  /**
   * Removes builds that are older than their pools keep them: many, but perhaps not all at once.
   */
  public void removeExpired() {
    removeBuilds(Optional.empty(), MOST_BATCHES);
  }

  /**
   * Removes all builds that ended so many days ago.
   *
   * @return how many were removed
   */
  public long removeBuildsOlderThan(int days) {
    return removeBuilds(Optional.of(days), Integer.MAX_VALUE);
  }

  /** In small transactions, so that nobody waits for one of them. */
  private long removeBuilds(Optional<Integer> days, int mostBatches) {
    long removed = 0;
    for (int batch = 0; batch < mostBatches; batch++) {
      List<Long> expired =
          database.withHandle(
              handle -> new RetentionStore(handle).expiredBuilds(days, BUILDS_AT_ONCE));
      if (expired.isEmpty()) {
        break;
      }
      while (database.inTransaction(
              handle -> new RetentionStore(handle).deleteChunks(expired, CHUNKS_AT_ONCE))
          > 0) {
        // More of their logs is left.
      }
      removed += database.inTransaction(handle -> new RetentionStore(handle).deleteBuilds(expired));
    }
    return removed;
  }

  /**
   * Marks the directories of all builds that ended so many days ago; workers remove them when they
   * next ask.
   *
   * @return how many were marked that had not been before
   */
  public long dropDirectoriesOlderThan(int days) {
    return database.inTransaction(handle -> new RetentionStore(handle).markUnwanted(days));
  }

  /**
   * Which of these builds' directories may go: those that are older than their pools keep them,
   * marked, or of builds that are no more.
   */
  public List<Long> expiredDirectories(List<Long> builds) {
    return builds.isEmpty()
        ? List.of()
        : database.withHandle(handle -> new RetentionStore(handle).expiredDirectories(builds));
  }
}
