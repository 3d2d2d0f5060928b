package io.vespene.core.worker;

import io.vespene.core.build.Handover;
import io.vespene.core.database.Database;
import io.vespene.core.database.Wakeups;
import io.vespene.protocol.worker.Poll;
import java.time.Duration;
import java.util.Optional;

/**
 * What all polls of a server share.
 *
 * @param hold how long a poll is held at most
 */
record PollDesk(
    Database database, Wakeups wakeups, Handover handover, PollMemory memory, Duration hold) {
  Optional<Beat> beat(long worker, Poll poll) {
    return database.withHandle(handle -> new BeatStore(handle).beat(worker, poll));
  }
}
