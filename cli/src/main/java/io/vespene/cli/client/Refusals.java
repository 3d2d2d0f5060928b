package io.vespene.cli.client;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.protocol.rest.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Turns a server's refusal into what the user reads. */
final class Refusals {
  private Refusals() {}

  static CommandFailure of(URI server, int status, String body) {
    Optional<Problem> problem = parse(body);
    String said =
        problem
            .map(Refusals::sentence)
            .orElse("The server at " + server + " answered with status " + status + ".");
    return switch (status) {
      case 400, 413, 415, 422 -> new CommandFailure(ExitCode.BAD_INPUT, said);
      case 401 ->
          new CommandFailure(
              ExitCode.NOT_ALLOWED, "The server at " + server + " does not know this API token.");
      case 403 -> new CommandFailure(ExitCode.NOT_ALLOWED, said);
      case 404 -> new CommandFailure(ExitCode.NOT_FOUND, said);
      case 412 ->
          new CommandFailure(
              ExitCode.FAILED, "Somebody else changed it at the same moment: nothing was saved.");
      case 502, 503, 504 -> new CommandFailure(ExitCode.UNREACHABLE, said);
      default -> new CommandFailure(ExitCode.FAILED, said);
    };
  }

  private static Optional<Problem> parse(String body) {
    try {
      return Optional.of(Json.MAPPER.readValue(body, Problem.class));
    } catch (JacksonException e) {
      // A proxy in between answers with a page of its own.
      return Optional.empty();
    }
  }

  private static String sentence(Problem problem) {
    List<Problem.FieldError> errors = problem.errors().orElse(List.of());
    if (!errors.isEmpty()) {
      return errors.stream()
          .map(error -> error.field() + ": " + error.reason())
          .collect(Collectors.joining("\n"));
    }
    return problem.detail().orElse(problem.title());
  }
}
