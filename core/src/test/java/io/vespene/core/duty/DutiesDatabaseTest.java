package io.vespene.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.database.Database;
import io.vespene.core.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DutiesDatabaseTest {
  private static final Duration OFTEN = Duration.ofMillis(40);

  private final BlockingQueue<Instant> runs = new ArrayBlockingQueue<>(10_000);
  private TestDatabase migrated;
  private Database database;

  @BeforeEach
  void open() {
    migrated = TestDatabase.migrated();
    database = Database.open(migrated.settings());
  }

  @AfterEach
  void close() {
    database.close();
    migrated.close();
  }

  @Test
  void aDutyIsDoneAgainAndAgainUntilTheEnd() throws InterruptedException {
    var duties = new Duties(database, List.of());
    duties.start();
    duties.add(new Duty("count", OFTEN, runs::add));
    for (int number = 0; number < 3; number++) {
      assertThat(runs.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    duties.close();
    runs.clear();
    assertThat(runs.poll(200, TimeUnit.MILLISECONDS)).isNull();
    duties.close();
  }

  @Test
  void aDutyThatFailsIsTriedAgain() throws InterruptedException {
    var tries = new AtomicInteger();
    try (var duties =
        new Duties(
            database,
            List.of(
                new Duty(
                    "fails",
                    OFTEN,
                    since -> {
                      if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("the first try fails, as this test wants");
                      }
                      runs.add(since);
                    })))) {
      duties.start();
      assertThat(runs.poll(20, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void severalServersDoItInTurnAndNeverAtTheSameTime() throws InterruptedException {
    var working = new AtomicInteger();
    var most = new AtomicInteger();
    var duty =
        new Duty(
            "shared",
            OFTEN,
            since -> {
              most.accumulateAndGet(working.incrementAndGet(), Math::max);
              runs.add(since);
              working.decrementAndGet();
            });
    try (var one = new Duties(database, List.of(duty));
        var two = new Duties(database, List.of(duty));
        var three = new Duties(database, List.of(duty))) {
      one.start();
      two.start();
      three.start();
      for (int number = 0; number < 20; number++) {
        assertThat(runs.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void aGapInTheRunsIsKnown() {
    Instant first = record().orElseThrow();
    assertThat(record()).as("just done").isEmpty();
    sinceLastRun("3 seconds");
    assertThat(record()).as("a little late").contains(first);
    sinceLastRun("10 minutes");
    Instant afterGap = record().orElseThrow();
    assertThat(afterGap).isAfter(first);
    sinceLastRun("3 seconds");
    assertThat(record()).contains(afterGap);
  }

  private Optional<Instant> record() {
    return database.inTransaction(handle ->
        new DutyStore(handle).record("reap", Duration.ofSeconds(2), Duration.ofSeconds(7)));
  }

  private void sinceLastRun(String time) {
    database.useTransaction(
        handle -> handle.execute("UPDATE duties SET last_run_at = now() - ?::interval", time));
  }
}
