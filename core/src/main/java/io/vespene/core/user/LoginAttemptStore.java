package io.vespene.core.user;

import io.vespene.core.database.Database;
import java.time.Duration;

/** Counts tries to log in, for all servers together. */
public final class LoginAttemptStore {
  /** How many tries one user name may have from one address within {@link #WINDOW}. */
  public static final int MAX_TRIES = 10;

  public static final Duration WINDOW = Duration.ofMinutes(15);

  private final Database database;

  public LoginAttemptStore(Database database) {
    this.database = database;
  }

  /**
   * Counts a try, unless there were too many before.
   *
   * @param userName what was typed, at most 64 characters
   * @return whether the try may be made
   */
  public boolean admit(String userName, String address) {
    return database.inTransaction(handle -> {
      // Tries of the same name and address wait for each other, so that none slips through
      // between counting and inserting.
      handle
          .createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
          .bind("key", "login " + userName + " " + address)
          .mapTo(String.class)
          .one();
      handle
          .createUpdate(
              """
              DELETE FROM login_attempts WHERE ctid IN (
                SELECT ctid FROM login_attempts
                WHERE tried_at < clock_timestamp() - make_interval(secs => :windowSeconds)
                FOR UPDATE SKIP LOCKED)
              """)
          .bind("windowSeconds", WINDOW.toSeconds())
          .execute();
      int counted =
          handle
              .createUpdate(
                  """
                  INSERT INTO login_attempts (user_name, address)
                  SELECT :userName, :address
                  WHERE (SELECT count(*) FROM login_attempts
                         WHERE user_name = :userName AND address = :address
                           AND tried_at >= clock_timestamp() - make_interval(secs => :windowSeconds)
                        ) < :maxTries
                  """)
              .bind("userName", userName)
              .bind("address", address)
              .bind("windowSeconds", WINDOW.toSeconds())
              .bind("maxTries", MAX_TRIES)
              .execute();
      return counted == 1;
    });
  }

  /** Forgets the tries of this name from this address. */
  public void clear(String userName, String address) {
    database.withHandle(handle ->
        handle
            .createUpdate(
                "DELETE FROM login_attempts WHERE user_name = :userName AND address = :address")
            .bind("userName", userName)
            .bind("address", address)
            .execute());
  }
}
