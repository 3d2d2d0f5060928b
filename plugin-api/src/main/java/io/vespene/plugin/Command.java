package io.vespene.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program to be run: never a line for a shell.
 *
 * @param arguments the program, by absolute path or by a name looked up on the {@code PATH} of
 *     {@code environment}, and what it is given; at least the program
 * @param environment everything the program finds in its environment; nothing is inherited
 * @param directory its current directory, which exists
 * @param input what it finds on standard input, such as a secret, which must not be an argument;
 *     empty for nothing
 * @param timeLimit when it is over, the command and all it started are ended; positive
 */
public record Command(
    List<String> arguments,
    Map<String, String> environment,
    Path directory,
    String input,
    Duration timeLimit) {
  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("a time limit of " + timeLimit);
    }
    for (String argument : arguments) {
      if (argument.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("an argument with a NUL character");
      }
    }
  }

  /** A program without standard input. */
  public Command(
      List<String> arguments, Map<String, String> environment, Path directory, Duration timeLimit) {
    this(arguments, environment, directory, "", timeLimit);
  }

  /** The same in another environment. */
  public Command withEnvironment(Map<String, String> other) {
    return new Command(arguments, other, directory, input, timeLimit);
  }

  /** The first argument. */
  public String program() {
    return arguments.getFirst();
  }

  @Override
  public String toString() {
    // Environment and input may hold secrets.
    return "Command[" + String.join(" ", arguments) + "]";
  }
}
