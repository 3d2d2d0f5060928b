package io.vespene.worker.server;

/** The build, or the worker's name, is another's now: nothing was changed. */
public final class BuildLost extends ServerFailure {
  BuildLost(String message) {
    super(message);
  }
}
