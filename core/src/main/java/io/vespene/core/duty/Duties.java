package io.vespene.core.duty;

import io.vespene.core.database.Database;
import java.util.List;

/** Runs the duties while this server lives, each on a thread of its own. */
public final class Duties implements AutoCloseable {
  private final Database database;
  private final List<Duty> duties;

  public Duties(Database database, List<Duty> duties) {
    this.database = database;
    this.duties = List.copyOf(duties);
  }

  /** Adds a duty, running it from now on if the others run already. */
  public void add(Duty duty) {
    io.vespene.core.problem.Pending.yet(database, duties, duty);
  }

  public void start() {
    io.vespene.core.problem.Pending.yet();
  }

  /** Ends all duties and returns when the last one has ended. May be called twice. */
  @Override
  public void close() {}
}
