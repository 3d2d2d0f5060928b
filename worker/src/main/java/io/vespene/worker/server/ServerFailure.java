package io.vespene.worker.server;

/** A server did not do what it was asked to. */
public abstract sealed class ServerFailure extends Exception
    permits BuildLost, RequestRefused, ServerUnreachable {
  ServerFailure(String message) {
    super(message);
  }

  ServerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
