package io.vespene.e2e.chaos;

import io.vespene.e2e.installation.ServerProcess;
import io.vespene.e2e.installation.WorkerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes a plan's faults happen, each at its time. */
final class Trouble {
  private final Arena arena;
  private final Feeder feeder;
  private final List<Thread> later = new ArrayList<>();

  Trouble(Arena arena, Feeder feeder) {
    this.arena = arena;
    this.feeder = feeder;
  }

  /** Returns when all has happened and everything runs again. */
  void run(FaultPlan plan) throws InterruptedException {
    long begin = System.nanoTime();
    for (FaultPlan.Step step : plan.steps()) {
      long due = begin + step.at().toNanos();
      Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      happen(step.fault());
    }
    for (Thread thread : later) {
      thread.join();
    }
    arena.heal();
  }

  private void happen(Fault fault) {
    switch (fault) {
      case Fault.WorkerDies dies -> {
        WorkerProcess worker = arena.workers().get(dies.worker());
        whenAlive(worker, worker::kill);
        after(dies.backAfter(), () -> whenDead(worker, worker::startAgain));
      }
      case Fault.WorkerFreezes freezes -> {
        WorkerProcess worker = arena.workers().get(freezes.worker());
        whenAlive(worker, worker::freeze);
        after(freezes.time(), () -> whenAlive(worker, worker::thaw));
      }
      case Fault.ServerRestarts(int place) -> {
        ServerProcess server = arena.servers().get(place);
        if (server.process().alive()) {
          server.stop();
        }
        server.startAgain();
      }
      case Fault.ServerDies(int place) -> {
        ServerProcess server = arena.servers().get(place);
        server.kill();
        server.startAgain();
      }
      case Fault.DatabaseCrashes _ -> arena.crashDatabase();
      case Fault.ConnectionsAreCut _ -> arena.balancer().cut();
      case Fault.BuildIsStopped(int choice) -> feeder.stopOne(choice);
    }
  }

  private void after(Duration pause, Runnable action) {
    later.add(
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(pause);
                action.run();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            }));
  }

  // Several faults may concern one worker at the same time.
  private static void whenAlive(WorkerProcess worker, Runnable action) {
    synchronized (worker) {
      if (worker.process().alive()) {
        action.run();
      }
    }
  }

  private static void whenDead(WorkerProcess worker, Runnable action) {
    synchronized (worker) {
      if (!worker.process().alive()) {
        action.run();
      }
    }
  }
}
