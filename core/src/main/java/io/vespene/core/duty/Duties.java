package io.vespene.core.duty;

import io.vespene.core.database.Database;
import java.util.ArrayList;
import java.util.List;

/** Runs the duties while this server lives, each on a thread of its own. */
public final class Duties implements AutoCloseable {
  private final Database database;
  private final List<Duty> duties;
  private final List<DutyThread> threads = new ArrayList<>();
  private boolean started;

  public Duties(Database database, List<Duty> duties) {
    this.database = database;
    this.duties = new ArrayList<>(duties);
  }

  /** Adds a duty, running it from now on if the others run already. */
  public synchronized void add(Duty duty) {
    duties.add(duty);
    if (started) {
      threads.add(new DutyThread(database, duty));
    }
  }

  /** Begins; may be called once. */
  public synchronized void start() {
    started = true;
    duties.forEach(duty -> threads.add(new DutyThread(database, duty)));
  }

  /** Ends all duties and returns when the last one has ended. May be called twice. */
  @Override
  public synchronized void close() {
    threads.forEach(DutyThread::end);
    threads.forEach(DutyThread::join);
    threads.clear();
    started = false;
  }
}
