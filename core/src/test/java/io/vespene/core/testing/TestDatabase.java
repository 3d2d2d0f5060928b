package io.vespene.core.testing;

import io.vespene.core.Core;
import io.vespene.core.CoreSettings;
import io.vespene.core.build.EngineSettings;
import io.vespene.core.database.DatabaseSettings;
import io.vespene.core.pool.PoolRules;
import io.vespene.core.project.ProjectRules;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/**
 * A fresh database with the present schema, on a real PostgreSQL that all tests of a JVM share.
 *
 * <p>The session time zone is the JVM's, which the build sets to one far from UTC.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** One that {@link io.vespene.core.database.Migrations} have been applied to. */
  public static TestDatabase migrated() {
    return create("TEMPLATE " + SharedPostgres.running().template());
  }

  /** One without any table. */
  public static TestDatabase empty() {
    return create("");
  }

  private static TestDatabase create(String options) {
    String name = "test_" + NUMBERS.incrementAndGet();
    SharedPostgres.running().execute("CREATE DATABASE " + name + " " + options);
    return new TestDatabase(name);
  }

  /** For other ways to connect; there is no password. */
  public String jdbcUrl() {
    return SharedPostgres.running().jdbcUrl(name);
  }

  public DatabaseSettings settings() {
    return new DatabaseSettings(
        jdbcUrl(), Optional.empty(), Optional.empty(), 24, Duration.ofSeconds(10));
  }

  /** For looking behind the product's back. */
  public Jdbi jdbi() {
    return Jdbi.create(jdbcUrl());
  }

  /** Everything that is used by servers, not started; isolation none and file URLs are allowed. */
  public CoreSettings coreSettings() {
    return new CoreSettings(
        settings(),
        EngineSettings.of(URI.create("http://vespene.example:8000")),
        new PoolRules(true),
        new ProjectRules(true),
        TestKeyset.shared());
  }

  public Core openCore() {
    return Core.open(coreSettings());
  }

  /** Cuts all connections and removes the database. */
  @Override
  public void close() {
    SharedPostgres.running().execute("DROP DATABASE " + name + " WITH (FORCE)");
  }
}
