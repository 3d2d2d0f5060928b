package io.vespene.core.worker;

import io.vespene.protocol.worker.PollAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What this server remembers of a worker from one poll to the next.
 *
 * <p>Nothing depends on it but speed: it keeps a stop order that the worker is just carrying out
 * from being told again and again without a pause. A server that forgot tells once more.
 */
final class PollMemory {
  private static final int MAX_WORKERS = 10_000;

  /**
   * One worker's share.
   *
   * @param pools that it served when it was asked last
   * @param told what it heard last
   * @param held the poll that waits for an answer now
   */
  record Remembered(
      String processId, Set<Long> pools, Optional<PollAnswer> told, Optional<HeldPoll> held) {}

  private final Map<Long, Remembered> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Remembered> eldest) {
          return size() > MAX_WORKERS;
        }
      };

  /** A new poll begins; an older one of the same worker has lost its reader and is sent home. */
  synchronized Remembered begin(long worker, String processId, HeldPoll poll) {
    Remembered before = entries.get(worker);
    if (before != null) {
      before.held().ifPresent(HeldPoll::wakeOvertaken);
    }
    Remembered now =
        before != null && before.processId().equals(processId)
            ? new Remembered(processId, before.pools(), before.told(), Optional.of(poll))
            : new Remembered(processId, Set.of(), Optional.empty(), Optional.of(poll));
    entries.put(worker, now);
    return now;
  }

  /** A poll is over. */
  synchronized void end(long worker, HeldPoll poll, Set<Long> pools, Optional<PollAnswer> told) {
    Remembered present = entries.get(worker);
    if (present != null && present.held().equals(Optional.of(poll))) {
      entries.put(worker, new Remembered(present.processId(), pools, told, Optional.empty()));
    }
  }
}
