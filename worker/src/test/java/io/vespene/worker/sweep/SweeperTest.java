package io.vespene.worker.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.worker.process.Cookie;
import io.vespene.worker.process.HostEnvironment;
import io.vespene.worker.process.SessionCommands;
import io.vespene.worker.process.SessionStarter;
import io.vespene.worker.process.StopSwitch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweeperTest {
  @TempDir Path directory;

  @Test
  void aSweepIsNotLeftHalfDoneWhenTheWorkerEnds() throws Exception {
    var runs = new RunDirectories(directory.resolve("runs"));
    var clearing = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var cleared = new AtomicBoolean();
    Isolation slow = new SlowToClear(clearing, go, cleared);
    var sweeper =
        new Sweeper(runs, directory, _ -> Optional.of(slow), commands(), Duration.ofMillis(1));
    sweeper.start();
    leaveBehind();
    clearing.await();

    Thread closing = Thread.ofVirtual().start(sweeper::close);
    assertThat(closing.join(Duration.ofMillis(100))).isFalse();
    go.countDown();
    closing.join();
    assertThat(cleared).isTrue();
  }

  private static BuildCommands commands() throws Exception {
    return new SessionCommands(
        SessionStarter.find(System.getenv()),
        new HostEnvironment(System.getenv()),
        "",
        StopSwitch.never(),
        (_, _, _) -> {});
  }

  /** As a worker that died would. */
  private void leaveBehind() throws Exception {
    RunDirectory left = new RunDirectories(directory.resolve("aside")).reserve(1, 1);
    left.make(
        new RunRecord(
            1,
            1,
            Cookie.fresh().text(),
            directory.resolve("1").toString(),
            directory.toString(),
            "slow",
            Map.of()));
    // Whole at once, for it is swept from the moment at which it is there.
    Files.move(left.path(), directory.resolve("runs/1-1"));
  }

  private record SlowToClear(CountDownLatch clearing, CountDownLatch go, AtomicBoolean cleared)
      implements Isolation {
    @Override
    public String type() {
      return "slow";
    }

    @Override
    public IsolatedBuild isolate(IsolationRequest request, IsolationCommands commands) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void clear(IsolationTraces traces, BuildCommands commands) {
      clearing.countDown();
      boolean interrupted = false;
      while (go.getCount() > 0) {
        try {
          go.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      cleared.set(true);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
