package io.vespene.cli.doctor;

import io.vespene.core.database.Database;
import java.time.Duration;
import java.time.Instant;

/** How far this machine's clock is from the database's. */
record DatabaseClockStore(Database database) {
  /** Positive when this machine is ahead. Exact to half the time the question takes. */
  Duration skew() {
    Instant before = Instant.now();
    Instant theirs =
        database.withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT clock_timestamp()
                    """)
                .mapTo(Instant.class)
                .one());
    Duration half = Duration.between(before, Instant.now()).dividedBy(2);
    return Duration.between(theirs, before.plus(half));
  }
}
