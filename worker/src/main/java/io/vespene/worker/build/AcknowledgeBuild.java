package io.vespene.worker.build;

import io.vespene.protocol.worker.HeldBuild;
import io.vespene.worker.server.Backoff;
import io.vespene.worker.server.BuildLost;
import io.vespene.worker.server.RequestRefused;
import io.vespene.worker.server.ServerFailure;
import io.vespene.worker.server.ServerUnreachable;

/** Tells the server that we have a build; before it agrees, nothing of the build may run. */
final class AcknowledgeBuild {
  private AcknowledgeBuild() {}

  /** Asks until there is an answer; whether the build is ours to run. */
  static boolean run(BuildWork work, HeldBuild held) throws InterruptedException {
    var backoff = new Backoff(work.bench().server().servers());
    while (true) {
      try {
        work.bench().server().acknowledge(held);
        return true;
      } catch (ServerFailure e) {
        if (isFinal(e) || work.findStop().isPresent()) {
          return false;
        }
        Thread.sleep(backoff.next());
      }
    }
  }

  private static boolean isFinal(ServerFailure failure) {
    return switch (failure) {
      case BuildLost _ -> true;
      case RequestRefused refused -> !refused.isUnauthorized();
      case ServerUnreachable _ -> false;
    };
  }
}
