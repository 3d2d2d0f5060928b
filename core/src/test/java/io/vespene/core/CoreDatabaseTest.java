package io.vespene.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.build.BuildStatus;
import io.vespene.core.build.EngineSettings;
import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole of it, running: duties and wake-ups do their part unasked. */
class CoreDatabaseTest {
  @Test
  @Timeout(60)
  void whatWasNotAcknowledgedInTimeIsGivenToAnotherWorkerUnasked() {
    try (TestEngine engine = TestEngine.open(CoreDatabaseTest::inAHurry)) {
      engine.core().start();
      WorkerPool pool = engine.pool("general");
      engine.start(engine.project("hello", pool));
      TestWorker silent = engine.worker("silent", pool);
      Claim lost = silent.claim(silent.poll(1).assignments().getFirst());

      TestWorker other = engine.worker("other", pool);
      var answer = other.poll(1, 10_000).orElseThrow();

      assertThat(answer.assignments().getFirst().build()).isEqualTo(lost.build());
      assertThat(answer.assignments().getFirst().epoch()).isEqualTo(2);
      assertThat(silent.acknowledge(lost)).isFalse();
    }
  }

  @Test
  @Timeout(60)
  void aSilentWorkersBuildIsGivenUpUnasked() throws InterruptedException {
    try (TestEngine engine = TestEngine.open(CoreDatabaseTest::inAHurry)) {
      WorkerPool pool = engine.pool("general");
      engine.execute("UPDATE worker_pools SET lost_after_seconds = 1");
      engine.start(engine.project("hello", pool));
      Claim claim = engine.worker("w1", pool).take();

      engine.core().start();

      while (engine.build(claim.build()).status() == BuildStatus.RUNNING) {
        Thread.sleep(20);
      }
      assertThat(engine.build(claim.build()).reason())
          .contains("worker w1 lost: not heard from for 1 s");
    }
  }

  private static CoreSettings inAHurry(CoreSettings settings) {
    EngineSettings times = settings.engine();
    return new CoreSettings(
        settings.database(),
        new EngineSettings(
            times.publicUrl(),
            Duration.ofMillis(600),
            times.pollHold(),
            times.unreachableAfter(),
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            times.retentionEvery(),
            times.checkoutTimeout(),
            times.version()),
        settings.poolRules(),
        settings.projectRules(),
        settings.keyset());
  }
}
