package io.vespene.worker.build;

import io.vespene.protocol.worker.Outcome;

/** Why a build is to end before its script does. */
public sealed interface StopRequest {
  /** A person or a rule wants it to end. */
  record Ordered(String reason) implements StopRequest {}

  /** The worker itself ends. */
  record WorkerShutDown() implements StopRequest {}

  /**
   * No server could be reached for so long that they will give up on the build.
   *
   * @param seconds how long
   */
  record ServersAway(long seconds) implements StopRequest {}

  /** The build is not this worker's any more: nobody is to be told. */
  record NotOurs() implements StopRequest {}

  /** How the build is reported then. */
  default Outcome outcome() {
    return switch (this) {
      case Ordered _, WorkerShutDown _, NotOurs _ -> Outcome.ABORTED;
      case ServersAway _ -> Outcome.FAILURE;
    };
  }

  /** What a person reads. */
  default String reason() {
    return switch (this) {
      case Ordered ordered -> ordered.reason();
      case WorkerShutDown _ -> "worker shut down";
      case ServersAway away -> "the worker reached no server for " + away.seconds() + " s";
      case NotOurs _ -> "the build is another worker's";
    };
  }
}
