package io.vespene.worker.fake;

import io.vespene.worker.WorkerProgram;
import java.net.URI;
import java.nio.file.Path;

/** A worker as a program of its own, so that a test can run it as another user, or kill it. */
public final class WorkerProcess {
  private WorkerProcess() {}

  /** Runs until the standard input ends, then drains: the server's address, then a directory. */
  public static void main(String[] arguments) throws Exception {
    WorkerProgram worker =
        WorkerProgram.start(TestWorker.settings(Path.of(arguments[1]), URI.create(arguments[0])));
    while (System.in.read() >= 0) {
      // Waiting for the end.
    }
    worker.drain();
    System.exit(worker.join());
  }
}
