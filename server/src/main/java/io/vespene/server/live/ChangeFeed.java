package io.vespene.server.live;

import io.vespene.core.build.BuildChangeStore;
import io.vespene.core.build.BuildChangeStore.BuildChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The latest changes of builds, on whichever server they happened, in the order of arrival. */
final class ChangeFeed {
  private static final int KEPT = 2_000;
  private static final int READ_AT_ONCE = 1_000;

  /** Numbers are given out before transactions end, so smaller ones may appear after greater. */
  private static final int OVERLAP = 200;

  private final BuildChangeStore changes;
  private final Deque<BuildChange> arrivals = new ArrayDeque<>();
  private final Set<Long> known = new HashSet<>();
  private boolean started;
  private long greatest;
  private long position;

  ChangeFeed(BuildChangeStore changes) {
    this.changes = changes;
  }

  /** How many changes have arrived so far. */
  synchronized long position() {
    return position;
  }

  /** What arrived since that position; only the latest are remembered. */
  synchronized List<BuildChange> since(long seen) {
    long missed = Math.min(position - seen, arrivals.size());
    return arrivals.stream().skip(arrivals.size() - missed).toList();
  }

  /**
   * Reads what is new. Called by one thread.
   *
   * @return whether there was anything
   */
  boolean refresh() {
    if (!started) {
      long newest = changes.newest();
      arrive(changes.after(Math.max(0, newest - OVERLAP), READ_AT_ONCE));
      greatest = Math.max(greatest, newest);
      started = true;
      return false;
    }
    List<BuildChange> fresh =
        new ArrayList<>(changes.after(Math.max(0, greatest - OVERLAP), READ_AT_ONCE));
    fresh.removeIf(change -> known.contains(change.number()));
    arrive(fresh);
    return !fresh.isEmpty();
  }

  private synchronized void arrive(List<BuildChange> fresh) {
    for (BuildChange change : fresh) {
      known.add(change.number());
      greatest = Math.max(greatest, change.number());
      arrivals.addLast(change);
      position++;
    }
    while (arrivals.size() > KEPT) {
      known.remove(arrivals.removeFirst().number());
    }
  }
}
