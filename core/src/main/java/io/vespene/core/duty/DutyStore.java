package io.vespene.core.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Remembers when duties were done, on whichever server. */
final class DutyStore {
  private final Handle handle;

  DutyStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Writes down that the duty is done now.
   *
   * @param pause a longer one breaks the row of runs
   * @return since when it has been done without a break; empty if another server just did it
   */
  Optional<Instant> record(String name, Duration every, Duration pause) {
    return handle
        .createQuery(
            """
            INSERT INTO duties AS d (name, last_run_at, unbroken_since) VALUES (:name, now(), now())
            ON CONFLICT (name) DO UPDATE SET
              unbroken_since =
                CASE WHEN d.last_run_at < now() - make_interval(secs => :pauseSeconds) THEN now()
                     ELSE d.unbroken_since END,
              last_run_at = now()
            WHERE d.last_run_at <= now() - make_interval(secs => :everySeconds / 2)
            RETURNING unbroken_since
            """)
        .bind("name", name)
        .bind("everySeconds", every.toMillis() / 1000.0)
        .bind("pauseSeconds", pause.toMillis() / 1000.0)
        .mapTo(Instant.class)
        .findOne();
  }
}
