package io.vespene.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.problem.SetUpProblem;
import io.vespene.core.problem.Unavailable;
import io.vespene.core.testing.TestDatabase;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DatabaseDatabaseTest {
  @Test
  void anEmptyDatabaseIsMigratedOnceAndThenCurrent() {
    try (TestDatabase empty = TestDatabase.empty();
        Database database = Database.open(empty.settings())) {
      var migrations = new Migrations(database);
      assertThatThrownBy(migrations::requireCurrent)
          .isInstanceOf(SetUpProblem.class)
          .hasMessageContaining("vespene migrate");

      assertThat(migrations.apply()).isPositive();
      assertThat(migrations.apply()).isZero();
      migrations.requireCurrent();
    }
  }

  @Test
  void aSchemaOfANewerProgramIsRefused() {
    try (TestDatabase migrated = TestDatabase.migrated();
        Database database = Database.open(migrated.settings())) {
      database.useTransaction(handle ->
          handle.execute(
              """
              INSERT INTO flyway_schema_history (installed_rank, version, description, type,
                script, installed_by, execution_time, success)
              VALUES (9999, '9999', 'future', 'SQL', 'V9999__future.sql', 'x', 1, true)
              """));
      var migrations = new Migrations(database);

      assertThatThrownBy(migrations::apply)
          .isInstanceOf(SetUpProblem.class)
          .hasMessageContaining("newer than this program");
      assertThatThrownBy(migrations::requireCurrent).isInstanceOf(SetUpProblem.class);
    }
  }

  @Test
  void aDatabaseThatIsAwayIsUnavailable() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var settings =
        new DatabaseSettings(
            "postgresql://127.0.0.1:" + port + "/vespene",
            Optional.of("vespene"),
            Optional.empty(),
            2,
            Duration.ofMillis(300));
    try (Database database = Database.open(settings)) {
      assertThat(database.answers()).isFalse();
      assertThatThrownBy(database::serverVersion).isInstanceOf(Unavailable.class);
      assertThatThrownBy(() -> new Migrations(database).apply()).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void aConnectionThatIsCutMidwayIsUnavailableAndTheNextOneWorks() {
    try (TestDatabase migrated = TestDatabase.migrated();
        Database database = Database.open(migrated.settings())) {
      assertThatThrownBy(() ->
              database.useTransaction(handle ->
                  handle
                      .createQuery("SELECT pg_terminate_backend(pg_backend_pid())")
                      .mapTo(Boolean.class)
                      .one()))
          .isInstanceOf(Unavailable.class);
      assertThat(database.answers()).isTrue();
      assertThat(database.serverVersion()).matches("[0-9.]+.*");
    }
  }

  @Test
  void anAdvisoryLockHasOneHolder() throws Exception {
    try (TestDatabase migrated = TestDatabase.migrated();
        Database database = Database.open(migrated.settings())) {
      var held = new CountDownLatch(1);
      var release = new CountDownLatch(1);
      Thread holder =
          Thread.startVirtualThread(() ->
              new AdvisoryLock(database, "one")
                  .tryWith(_ -> {
                    held.countDown();
                    await(release);
                  }));
      assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
      var done = new AtomicBoolean();

      assertThat(new AdvisoryLock(database, "one").tryWith(_ -> done.set(true))).isFalse();
      assertThat(done).isFalse();
      assertThat(new AdvisoryLock(database, "other").tryWith(_ -> done.set(true))).isTrue();
      release.countDown();
      holder.join();
      assertThat(new AdvisoryLock(database, "one").tryWith(_ -> {})).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
