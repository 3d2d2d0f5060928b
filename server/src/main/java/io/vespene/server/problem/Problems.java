package io.vespene.server.problem;

import io.vespene.protocol.rest.Problem;
import io.vespene.protocol.rest.Problem.FieldError;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Makes problems. */
public final class Problems {
  private static final String TYPE = "about:blank";

  private Problems() {}

  /** A problem that is not about single fields. */
  public static Problem of(HttpStatus status, String detail) {
    return new Problem(
        TYPE, status.getReasonPhrase(), status.value(), Optional.of(detail), Optional.empty());
  }

  /** A problem with these fields, if there are any. */
  static Problem of(HttpStatus status, String detail, List<FieldError> errors) {
    return new Problem(
        TYPE,
        status.getReasonPhrase(),
        status.value(),
        Optional.of(detail),
        Optional.of(errors).filter(named -> !named.isEmpty()));
  }
}
