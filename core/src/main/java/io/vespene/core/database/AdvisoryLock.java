package io.vespene.core.database;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** A lock that one of all servers can hold. It ends with the transaction, whatever happens. */
public final class AdvisoryLock {
  private final Database database;
  private final String name;

  public AdvisoryLock(Database database, String name) {
    this.database = database;
    this.name = name;
  }

  /**
   * Does the work in a transaction that holds the lock.
   *
   * @return false if another one holds it; the work was not done
   */
  public boolean tryWith(Consumer<Handle> work) {
    return database.inTransaction(handle -> {
      boolean locked =
          handle
              .createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
              .bind("name", "vespene " + name)
              .mapTo(Boolean.class)
              .one();
      if (locked) {
        work.accept(handle);
      }
      return locked;
    });
  }
}
