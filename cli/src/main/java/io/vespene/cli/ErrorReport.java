package io.vespene.cli;

import io.vespene.cli.service.CoreFailures;
import io.vespene.cli.settings.InvalidSettings;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.SafeText;
import io.vespene.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on standard error what went wrong: a sentence, and never a stack trace unless asked. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Terminal terminal;

  ErrorReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    say(String.valueOf(failure.getMessage()));
    suggestions(failure).forEach(terminal::remark);
    terminal.remark(
        "'" + command.getCommandSpec().qualifiedName() + " --help' explains the command.");
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    if (wantsTrace(command)) {
      var trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      terminal.remark(trace.toString());
    }
    if (failure instanceof CommandFailure known) {
      return report(known);
    }
    if (failure instanceof InvalidSettings invalid) {
      invalid.problems().forEach(this::say);
      return ExitCode.BAD_INPUT;
    }
    // Not before it is needed: client commands load nothing of the engine.
    Optional<CommandFailure> foreseen = CoreFailures.translate(failure);
    if (foreseen.isPresent()) {
      return report(foreseen.get());
    }
    say(
        "This should not have happened: "
            + failure
            + ". Run it again with --debug for a report that helps to repair it.");
    return ExitCode.FAILED;
  }

  private int report(CommandFailure failure) {
    say(String.valueOf(failure.getMessage()));
    return failure.exitCode();
  }

  private void say(String message) {
    SafeText.manyLines(message).lines().forEach(line -> terminal.err().println("vespene: " + line));
  }

  private static List<String> suggestions(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      return near.isEmpty() ? List.of() : List.of("Did you mean: " + String.join(", ", near) + "?");
    }
    return List.of();
  }

  private static boolean wantsTrace(CommandLine command) {
    CommandLine top = command;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top.getCommand() instanceof VespeneCommand vespene && vespene.debug();
  }
}
