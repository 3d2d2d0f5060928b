package io.vespene.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.testing.TestDatabase;
import java.time.Duration;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WakeupsDatabaseTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(100);

  private TestDatabase migrated;
  private Database database;
  private Wakeups wakeups;
  private Jdbi jdbi;

  @BeforeEach
  void open() throws InterruptedException {
    migrated = TestDatabase.migrated();
    database = Database.open(migrated.settings());
    wakeups = new Wakeups(database);
    jdbi = migrated.jdbi();
    try (Listener started = wakeups.listen(Set.of(Topic.worker(0)))) {
      wakeups.start();
      assertThat(started.await(LONG)).as("connected").isTrue();
    }
  }

  @AfterEach
  void close() {
    wakeups.close();
    database.close();
    migrated.close();
  }

  @Test
  void aTopicReachesThoseWhoListenForIt() throws InterruptedException {
    try (Listener seven = wakeups.listen(Set.of(Topic.worker(7), Topic.pool(1)));
        Listener eight = wakeups.listen(Set.of(Topic.worker(8)))) {
      send(Topic.worker(7));

      assertThat(seven.await(LONG)).isTrue();
      assertThat(eight.await(SHORT)).isFalse();
      assertThat(seven.await(SHORT)).as("heard once").isFalse();
    }
  }

  @Test
  void aTransactionThatIsRolledBackWakesNobody() throws InterruptedException {
    try (Listener listener = wakeups.listen(Set.of(Topic.worker(7)))) {
      jdbi.useTransaction(handle -> {
        Wakeups.send(handle, Topic.worker(7));
        handle.rollback();
      });
      assertThat(listener.await(SHORT)).isFalse();
    }
  }

  @Test
  void aPoolWakesOneListenerAfterTheOther() throws InterruptedException {
    try (Listener first = wakeups.listen(Set.of(Topic.pool(1)));
        Listener second = wakeups.listen(Set.of(Topic.pool(1)))) {
      wakeups.signalHere(Topic.pool(1));
      assertThat(first.await(SHORT)).isTrue();
      assertThat(second.await(SHORT)).isFalse();
      wakeups.signalHere(Topic.pool(1));
      assertThat(first.await(SHORT)).isFalse();
      assertThat(second.await(SHORT)).isTrue();
    }
  }

  @Test
  void anUnheardSignalGoesToTheNextListener() throws InterruptedException {
    Listener leaving = wakeups.listen(Set.of(Topic.pool(1)));
    try (Listener staying = wakeups.listen(Set.of(Topic.pool(1)))) {
      wakeups.signalHere(Topic.pool(1));
      leaving.close();

      assertThat(staying.await(SHORT)).isTrue();
    }
  }

  @Test
  void aBrokenConnectionIsReplacedAndEverybodyLooksAgain() throws InterruptedException {
    try (Listener listener = wakeups.listen(Set.of(Topic.worker(7)))) {
      jdbi.useHandle(handle ->
          handle.execute(
              """
              SELECT pg_terminate_backend(pid) FROM pg_stat_activity
              WHERE application_name = 'vespene wake-ups' AND datname = current_database()
              """));
      assertThat(listener.await(LONG)).as("told to look again").isTrue();

      send(Topic.worker(7));
      assertThat(listener.await(LONG)).as("hears again").isTrue();
    }
  }

  private void send(Topic topic) {
    jdbi.useTransaction(handle -> Wakeups.send(handle, topic));
  }
}
