package io.vespene.server.problem;

import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotAllowed;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.SetUpProblem;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.problem.Unavailable;
import io.vespene.core.problem.VespeneException;
import io.vespene.core.problem.WorkerUnreachable;
import io.vespene.protocol.log.MalformedFrame;
import io.vespene.protocol.rest.Problem;
import io.vespene.protocol.rest.Problem.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says which problem a failure is. */
final class ProblemTranslation {
  private static final Logger log = LoggerFactory.getLogger(ProblemTranslation.class);

  Problem translate(Throwable failure) {
    return switch (failure) {
      case VespeneException known -> known(known);
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
      case BodyTooLarge tooLarge -> tooLarge.problem();
      case MalformedFrame malformed ->
          Problems.of(HttpStatus.BAD_REQUEST, "not log frames: " + malformed.getMessage());
      case CannotCreateTransactionException _, DataAccessResourceFailureException _ ->
          unavailable(failure);
      case ErrorResponse known -> known(known.getStatusCode().value());
      default -> unexpected(failure);
    };
  }

  /** The methods that the path does know, when the failure is that it does not know this one. */
  Optional<String> allowedMethods(Throwable failure) {
    return failure instanceof HttpRequestMethodNotSupportedException unsupported
            && unsupported.getSupportedHttpMethods() != null
        ? Optional.of(
            unsupported.getSupportedHttpMethods().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  private static Problem known(VespeneException failure) {
    String detail = String.valueOf(failure.getMessage());
    return switch (failure) {
      case InvalidInput invalid ->
          Problems.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              detail,
              invalid.errors().stream()
                  .map(error -> new FieldError(error.field(), error.reason()))
                  .toList());
      case NotFound _ -> Problems.of(HttpStatus.NOT_FOUND, detail);
      case Conflict _ -> Problems.of(HttpStatus.CONFLICT, detail);
      case StaleVersion _ -> Problems.of(HttpStatus.PRECONDITION_FAILED, detail);
      case NotAllowed _ -> Problems.of(HttpStatus.FORBIDDEN, detail);
      case Unavailable _ -> unavailable(failure);
      case WorkerUnreachable _ -> Problems.of(HttpStatus.SERVICE_UNAVAILABLE, detail);
      case SetUpProblem _ -> unexpected(failure);
    };
  }

  private static Problem unreadable(HttpMessageNotReadableException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyTooLarge tooLarge) {
        return tooLarge.problem();
      }
    }
    return MalformedJson.problem(failure);
  }

  /** A path that can't name anything names nothing; a bad parameter is the sender's mistake. */
  private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
    if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return known(HttpStatus.NOT_FOUND.value());
    }
    return Problems.of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        mismatch.getName() + " is not valid",
        List.of(new FieldError(mismatch.getName(), "is not valid")));
  }

  private static Problem unavailable(Throwable failure) {
    log.atWarn()
        .addKeyValue("reason", failure.getMessage())
        .log("a request was put off: the database can't be reached");
    return Problems.of(
        HttpStatus.SERVICE_UNAVAILABLE, "the database can't be reached just now; try again");
  }

  /** A problem of which no more is known than its status. */
  static Problem known(int code) {
    HttpStatus status =
        Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.BAD_REQUEST);
    return Problems.of(status, sentence(status));
  }

  /** Tells the sender a number and nothing else; the log has the rest under that number. */
  static Problem unexpected(Throwable failure) {
    String id = ProblemId.next();
    log.atError().setCause(failure).addKeyValue("problem", id).log("a request failed");
    return Problems.of(
        HttpStatus.INTERNAL_SERVER_ERROR, "something went wrong; the server's log has it as " + id);
  }

  private static String sentence(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "the request can't be understood";
      case UNAUTHORIZED -> "sign in or send a valid token";
      case FORBIDDEN -> "this is not yours to do";
      case NOT_FOUND -> "there is nothing here";
      case METHOD_NOT_ALLOWED -> "this path does not know this method";
      case NOT_ACCEPTABLE -> "there is no answer in an accepted format";
      case UNSUPPORTED_MEDIA_TYPE -> "this content type is not understood here";
      case SERVICE_UNAVAILABLE -> "not just now; try again";
      default -> status.getReasonPhrase();
    };
  }
}
