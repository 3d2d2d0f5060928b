package io.vespene.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The connection pool. Opening it connects to nothing, so a program can start before its database.
 *
 * <p>Safe for use by any number of threads. Every call that needs a connection throws {@link
 * io.vespene.core.problem.Unavailable} when none can be had.
 */
public final class Database implements AutoCloseable {
  /**
   * Short look-ups in the index of a queue are most of what is asked. An index scan marks the
   * entries of builds that have moved on, so that the next one passes them over; a bitmap scan does
   * not, and gets slower with every build until the next vacuum.
   */
  private static final String SESSION_OPTIONS = "-c enable_bitmapscan=off -c jit=off";

  private final ConnectionAddress address;
  private final HikariDataSource dataSource;
  private final Jdbi jdbi;

  private Database(ConnectionAddress address, HikariDataSource dataSource) {
    this.address = address;
    this.dataSource = dataSource;
    jdbi = Jdbi.create(dataSource);
  }

  /**
   * Prepares the connections.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the URL is not one of PostgreSQL
   */
  public static Database open(DatabaseSettings settings) {
    ConnectionAddress address = ConnectionAddress.of(settings);
    var config = new HikariConfig();
    config.setPoolName("vespene");
    config.setJdbcUrl(address.jdbcUrl());
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(config::setPassword);
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionTimeout(settings.connectTimeout().toMillis());
    config.setInitializationFailTimeout(-1);
    config.setKeepaliveTime(30_000);
    config.addDataSourceProperty("ApplicationName", "vespene");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("options", SESSION_OPTIONS);
    return new Database(address, new HikariDataSource(config));
  }

  /** For libraries that want JDBC, such as the session store. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** For stores that run their own statements. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Does the work in one transaction and hands back its result; rolls back when it throws. */
  public <T> T inTransaction(Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw Outage.orSame(e);
    }
  }

  /** Like {@link #inTransaction}, for work without a result. */
  public void useTransaction(Consumer<Handle> work) {
    try {
      jdbi.useTransaction(work::accept);
    } catch (JdbiException e) {
      throw Outage.orSame(e);
    }
  }

  /** Single statements, each its own transaction. */
  public <T> T withHandle(Function<Handle, T> work) {
    try {
      return jdbi.withHandle(work::apply);
    } catch (JdbiException e) {
      throw Outage.orSame(e);
    }
  }

  /** Whether the database answers now. */
  public boolean answers() {
    try {
      return withHandle(handle -> handle.createQuery("SELECT true").mapTo(Boolean.class).one());
    } catch (io.vespene.core.problem.Unavailable e) {
      return false;
    }
  }

  /** The server's version as PostgreSQL spells it, such as {@code 18.6}. */
  public String serverVersion() {
    return withHandle(handle ->
        handle.createQuery("SELECT current_setting('server_version')").mapTo(String.class).one());
  }

  /** Where connections outside the pool go. */
  ConnectionAddress address() {
    return address;
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
