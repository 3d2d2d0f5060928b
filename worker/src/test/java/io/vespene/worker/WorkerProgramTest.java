package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.Outcome;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.TestWorker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProgramTest {
  @TempDir Path directory;
  private FakeServer server;
  private WorkerProgram worker;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer();
    worker = WorkerProgram.start(TestWorker.settings(directory, server.uri()));
  }

  @AfterEach
  void end() throws Exception {
    worker.abort();
    worker.join();
    server.close();
  }

  @Test
  void aScriptRunsAndItsOutputIsStoredAsPrinted() throws Exception {
    FakeBuild build =
        server.enqueue(
            Assignments.script(1, "#!/bin/sh\necho one\nprintf two; cat vespene.json\n"));
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(finish.exitCode()).contains(0);
    assertThat(build.log()).isEqualTo("one\ntwo{\"greeting\":\"hello\"}\n");
    assertThat(build.sections())
        .containsExactly("claim", "directory", "isolation", "script", "finish");
  }

  @Test
  void anExitCodeIsTheReason() throws Exception {
    FakeBuild build = server.enqueue(Assignments.script(2, "#!/bin/sh\nexit 3\n"));
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(finish.reason()).isEqualTo("exit code 3");
    assertThat(finish.exitCode()).contains(3);
  }
}
