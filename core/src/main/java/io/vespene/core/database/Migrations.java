package io.vespene.core.database;

import io.vespene.core.problem.SetUpProblem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the schema to what this program needs. Safe to run on several servers at once. */
public final class Migrations {
  private final Database database;

  public Migrations(Database database) {
    this.database = database;
  }

  /**
   * Applies what is missing.
   *
   * @return how many migrations were applied
   * @throws io.vespene.core.problem.SetUpProblem if the schema belongs to a newer program
   * @throws io.vespene.core.problem.Unavailable if the database can't be reached
   */
  public int apply() {
    Flyway flyway = flyway();
    refuseNewerSchema(flyway);
    try {
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw new SetUpProblem(
          "the database schema can't be brought up to date: " + e.getMessage(), e);
    }
  }

  /**
   * Makes sure that the schema is neither older nor newer than this program.
   *
   * @throws io.vespene.core.problem.SetUpProblem otherwise
   * @throws io.vespene.core.problem.Unavailable if the database can't be reached
   */
  public void requireCurrent() {
    Flyway flyway = flyway();
    refuseNewerSchema(flyway);
    int pending = flyway.info().pending().length;
    if (pending > 0) {
      throw new SetUpProblem(
          "the database schema is older than this program: run 'vespene migrate' ("
              + pending
              + " to apply)");
    }
  }

  private Flyway flyway() {
    // Flyway waits long and says little when the database is away, so ask in our own way first.
    database.serverVersion();
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.dataSource())
        .locations("classpath:db/migration")
        .load();
  }

  private static void refuseNewerSchema(Flyway flyway) {
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS
          || migration.getState() == MigrationState.FUTURE_FAILED) {
        throw new SetUpProblem(
            "the database schema is of version "
                + migration.getVersion()
                + ", which is newer than this program: use a newer Vespene");
      }
    }
  }
}
