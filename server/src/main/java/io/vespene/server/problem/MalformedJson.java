package io.vespene.server.problem;

import io.vespene.protocol.rest.Problem;
import io.vespene.protocol.rest.Problem.FieldError;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Explains a body that is not the JSON its endpoint takes. */
final class MalformedJson {
  private MalformedJson() {}

  static Problem problem(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JacksonException jackson) {
        return Problems.of(HttpStatus.BAD_REQUEST, detail(jackson), errors(jackson));
      }
    }
    return Problems.of(HttpStatus.BAD_REQUEST, "a JSON body is needed");
  }

  private static String detail(JacksonException failure) {
    TokenStreamLocation at = failure.getLocation();
    String kind =
        failure instanceof StreamReadException
            ? "malformed JSON"
            : "JSON of another form than expected";
    return at == null || at.getLineNr() < 1
        ? kind
        : kind + " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static List<FieldError> errors(JacksonException failure) {
    if (failure instanceof StreamReadException || failure.getPath().isEmpty()) {
      return List.of();
    }
    String reason =
        failure instanceof UnrecognizedPropertyException
            ? "unknown field"
            : "missing or of the wrong type";
    return List.of(new FieldError(field(failure.getPath()), reason));
  }

  private static String field(List<JacksonException.Reference> path) {
    var field = new StringBuilder();
    for (JacksonException.Reference step : path) {
      if (step.getPropertyName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return field.toString();
  }
}
