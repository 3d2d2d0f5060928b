package io.vespene.plugins.trigger;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerEvent;
import io.vespene.plugin.TriggerFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a program as the worker's own user: in the build's working directory, when there is one. It
 * finds the event as JSON on its standard input.
 */
record CommandTrigger(CommandLine line) implements Trigger {
  static final String TYPE = "command";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void fire(TriggerEvent event, BuildCommands commands) throws TriggerFailed, CommandFailed {
    Path directory = event.workingDirectory();
    List<String> arguments = line.arguments(event.context());
    CommandResult result =
        commands.run(
            new Command(
                arguments,
                commands.hostEnvironment(),
                Files.isDirectory(directory) ? directory : Path.of("/"),
                Json.text(event.context()),
                event.timeLimit()));
    if (!result.succeeded()) {
      throw new TriggerFailed("exit code " + result.exitCode());
    }
  }
}
