package io.vespene.cli.postgres;

/** The database could not be set up, started or stopped; the message says what to look at. */
public final class PostgresFailure extends RuntimeException {
  PostgresFailure(String message) {
    super(message);
  }

  PostgresFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
