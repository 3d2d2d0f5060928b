package io.vespene.core.database;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The connection pool. Opening it connects to nothing, so a program can start before its database.
 *
 * <p>Safe for use by any number of threads. Every call that needs a connection throws {@link
 * io.vespene.core.problem.Unavailable} when none can be had.
 */
public final class Database implements AutoCloseable {
  private Database() {}

  /**
   * Prepares the connections.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the URL is not one of PostgreSQL
   */
  public static Database open(DatabaseSettings settings) {
    return io.vespene.core.problem.Pending.yet();
  }

  /** For libraries that want JDBC, such as the session store. */
  public DataSource dataSource() {
    return io.vespene.core.problem.Pending.yet();
  }

  /** For stores that run their own statements. */
  public Jdbi jdbi() {
    return io.vespene.core.problem.Pending.yet();
  }

  /** Does the work in one transaction and hands back its result; rolls back when it throws. */
  public <T> T inTransaction(Function<Handle, T> work) {
    return io.vespene.core.problem.Pending.yet();
  }

  /** Like {@link #inTransaction}, for work without a result. */
  public void useTransaction(Consumer<Handle> work) {
    io.vespene.core.problem.Pending.yet();
  }

  /** Single statements, each its own transaction. */
  public <T> T withHandle(Function<Handle, T> work) {
    return io.vespene.core.problem.Pending.yet();
  }

  /** Whether the database answers now. */
  public boolean answers() {
    return io.vespene.core.problem.Pending.yet();
  }

  /** The server's version as PostgreSQL spells it, such as {@code 18.6}. */
  public String serverVersion() {
    return io.vespene.core.problem.Pending.yet();
  }

  @Override
  public void close() {}
}
