package io.vespene.cli.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What must be asked of the database server itself. */
final class PostgresStore {
  private final PostgresAddress address;

  PostgresStore(PostgresAddress address) {
    this.address = address;
  }

  /** Makes the product's database unless it exists. */
  void createDatabase() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      boolean exists;
      try (ResultSet found =
          statement.executeQuery(
              """
              SELECT 1 FROM pg_database WHERE datname = 'vespene'
              """)) {
        exists = found.next();
      }
      if (!exists) {
        statement.execute("CREATE DATABASE vespene");
      }
    } catch (SQLException e) {
      throw new PostgresFailure("PostgreSQL could not make the database", e);
    }
  }

  /**
   * Makes sure that what the server calls committed is on disk.
   *
   * @throws PostgresFailure if it might lose data
   */
  void requireDurable() {
    try (Connection connection = connect("vespene");
        Statement statement = connection.createStatement()) {
      for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
        try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
          if (!shown.next() || !shown.getString(1).equals("on")) {
            throw new PostgresFailure("PostgreSQL runs with " + setting + " off: it may lose data");
          }
        }
      }
    } catch (SQLException e) {
      throw new PostgresFailure("PostgreSQL does not answer", e);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        address.jdbcUrl(database), PostgresAddress.USER, address.password());
  }
}
