package io.vespene.core.testing;

import io.vespene.core.database.Database;
import io.vespene.core.database.DatabaseSettings;
import io.vespene.core.database.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jdbi.v3.core.Jdbi;

/** The one PostgreSQL of this JVM; it ends with the JVM. */
final class SharedPostgres {
  private static final String TEMPLATE = "migrated";
  private static final SharedPostgres RUNNING = start();

  private final EmbeddedPostgres postgres;

  private SharedPostgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static SharedPostgres running() {
    return RUNNING;
  }

  private static SharedPostgres start() {
    try {
      var shared =
          new SharedPostgres(
              EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start());
      shared.execute("CREATE DATABASE " + TEMPLATE);
      try (Database database = Database.open(DatabaseSettings.of(shared.jdbcUrl(TEMPLATE)))) {
        new Migrations(database).apply();
      }
      return shared;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String template() {
    return TEMPLATE;
  }

  String jdbcUrl(String database) {
    return postgres.getJdbcUrl("postgres", database);
  }

  void execute(String statement) {
    Jdbi.create(postgres.getPostgresDatabase()).useHandle(handle -> handle.execute(statement));
  }
}
