package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A user whom the worker may act as.
 *
 * @param sudo the program
 * @param group the user's own group
 * @param workerIsRoot whether the worker itself may do everything
 */
record SudoUser(Path sudo, String name, String group, boolean workerIsRoot) {
  private static final Duration SHORT = Duration.ofSeconds(20);

  /** The arguments that run a program as this user. */
  static List<String> prefix(Path sudo, String name) {
    return List.of(sudo.toString(), "-n", "-u", name, "--");
  }

  /** A short command that is run as this user. */
  Command command(BuildCommands commands, Path directory, List<String> arguments) {
    var line = new ArrayList<>(prefix(sudo, name));
    line.addAll(arguments);
    return new Command(line, commands.hostEnvironment(), directory, SHORT);
  }
}
