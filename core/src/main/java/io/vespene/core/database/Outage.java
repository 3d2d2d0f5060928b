package io.vespene.core.database;

import io.vespene.core.problem.Unavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;

/** Tells a database that is away from a statement that is wrong. */
final class Outage {
  /** Server shut down, crashed, starting up; too many connections. */
  private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

  private Outage() {}

  static RuntimeException orSame(JdbiException exception) {
    if (exception instanceof ConnectionException) {
      return unavailable(exception);
    }
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        return unavailable(exception);
      }
    }
    return exception;
  }

  private static Unavailable unavailable(JdbiException exception) {
    return new Unavailable("the database can't be reached", exception);
  }

  private static boolean isOutage(SQLException exception) {
    String state = exception.getSQLState();
    return exception instanceof SQLTransientConnectionException
        || (state != null && (state.startsWith("08") || STATES.contains(state)));
  }
}
