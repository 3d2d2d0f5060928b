package io.vespene.cli.service;

import io.vespene.cli.postgres.PostgresFailure;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.SetUpProblem;
import io.vespene.core.problem.Unavailable;
import io.vespene.core.problem.VespeneException;
import io.vespene.server.PortInUse;
import io.vespene.worker.InvalidSetting;
import io.vespene.worker.plugin.PluginRefused;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns the failures of the engine, of servers and of workers into what the user reads. */
public final class CoreFailures {
  private CoreFailures() {}

  /** The failure as a command reports it; empty if it is none that anybody foresaw. */
  public static Optional<CommandFailure> translate(Exception failure) {
    return switch (failure) {
      case CommandFailure known -> Optional.of(known);
      case InvalidInput invalid ->
          Optional.of(failed(ExitCode.BAD_INPUT, fields(invalid), failure));
      case NotFound _ -> Optional.of(failed(ExitCode.NOT_FOUND, failure));
      case SetUpProblem _, InvalidSetting _, PluginRefused _ ->
          Optional.of(failed(ExitCode.BAD_INPUT, failure));
      case Unavailable _ -> Optional.of(failed(ExitCode.UNREACHABLE, withCause(failure), failure));
      case VespeneException _, PostgresFailure _ -> Optional.of(failed(ExitCode.FAILED, failure));
      case PortInUse taken ->
          Optional.of(
              failed(
                  ExitCode.FAILED,
                  "Port "
                      + taken.port()
                      + " is in use by another program: stop that, or choose another with --port.",
                  failure));
      default -> Optional.empty();
    };
  }

  /** The message with what the database, the network or the disk said. */
  public static String withCause(Exception failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.equals(failure)
        ? String.valueOf(failure.getMessage())
        : failure.getMessage() + ": " + innermost.getMessage();
  }

  private static String fields(InvalidInput invalid) {
    return invalid.errors().stream()
        .map(error -> error.field() + ": " + error.reason())
        .collect(Collectors.joining("\n"));
  }

  private static CommandFailure failed(int exitCode, Exception failure) {
    return failed(exitCode, String.valueOf(failure.getMessage()), failure);
  }

  private static CommandFailure failed(int exitCode, String message, Exception failure) {
    return new CommandFailure(exitCode, message, failure);
  }
}
