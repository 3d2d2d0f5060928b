package io.vespene.core.problem;

/** A worker is needed that does not answer; the same request may succeed later. */
public final class WorkerUnreachable extends VespeneException {
  public WorkerUnreachable(String message) {
    super(message);
  }

  public WorkerUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
