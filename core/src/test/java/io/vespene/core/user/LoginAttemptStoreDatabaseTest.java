package io.vespene.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.Core;
import io.vespene.core.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginAttemptStoreDatabaseTest {
  private TestDatabase database;
  private Core core;
  private LoginAttemptStore attempts;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    core = database.openCore();
    attempts = new LoginAttemptStore(core.database());
  }

  @AfterEach
  void close() {
    core.close();
    database.close();
  }

  @Test
  void tenTriesAreAdmittedHoweverManyComeAtOnce() throws Exception {
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tries.add(() -> attempts.admit("alice", "192.0.2.1"));
    }
    int admitted = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> outcome : threads.invokeAll(tries)) {
        admitted += outcome.get() ? 1 : 0;
      }
    }

    assertThat(admitted).isEqualTo(LoginAttemptStore.MAX_TRIES);
  }

  @Test
  void eachNameAndAddressHasItsOwnTries() {
    exhaust();

    assertThat(attempts.admit("alice", "192.0.2.1")).isFalse();
    assertThat(attempts.admit("alice", "192.0.2.2")).isTrue();
    assertThat(attempts.admit("bob", "192.0.2.1")).isTrue();
  }

  @Test
  void triesCountForFifteenMinutes() {
    exhaust();
    age("14 minutes");
    assertThat(attempts.admit("alice", "192.0.2.1")).isFalse();

    age("1 minute");

    assertThat(attempts.admit("alice", "192.0.2.1")).isTrue();
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void theRightPasswordClearsTheTries() {
    exhaust();

    attempts.clear("alice", "192.0.2.1");

    assertThat(attempts.admit("alice", "192.0.2.1")).isTrue();
  }

  private void exhaust() {
    for (int i = 0; i < LoginAttemptStore.MAX_TRIES; i++) {
      assertThat(attempts.admit("alice", "192.0.2.1")).isTrue();
    }
  }

  private void age(String interval) {
    database
        .jdbi()
        .useHandle(handle ->
            handle
                .createUpdate(
                    "UPDATE login_attempts SET tried_at = tried_at - CAST(:age AS interval)")
                .bind("age", interval)
                .execute());
  }

  private int rows() {
    return database
        .jdbi()
        .withHandle(handle ->
            handle.createQuery("SELECT count(*) FROM login_attempts").mapTo(Integer.class).one());
  }
}
