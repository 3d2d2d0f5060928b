package io.vespene.core.database;

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
   */
  public int apply() {
    return io.vespene.core.problem.Pending.yet(database);
  }

  /**
   * Makes sure that the schema is neither older nor newer than this program.
   *
   * @throws io.vespene.core.problem.SetUpProblem otherwise
   */
  public void requireCurrent() {
    io.vespene.core.problem.Pending.yet(database);
  }
}
