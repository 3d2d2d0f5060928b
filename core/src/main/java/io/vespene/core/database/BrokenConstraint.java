package io.vespene.core.database;

import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;

/** Finds out which rule of the schema a statement broke. */
public final class BrokenConstraint {
  private BrokenConstraint() {}

  /** The constraint's name, such as {@code projects_name_key}; empty if it failed otherwise. */
  public static Optional<String> in(JdbiException exception) {
    if (exception.getCause() instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
      return Optional.ofNullable(sql.getServerErrorMessage().getConstraint());
    }
    return Optional.empty();
  }
}
