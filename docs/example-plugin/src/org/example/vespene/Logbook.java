package org.example.vespene;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerEvent;
import io.vespene.plugin.TriggerFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a line per build into a file.
 *
 * @param note what every line ends with
 */
record Logbook(Path file, String note) implements Trigger {
  @Override
  public String type() {
    return "logbook";
  }

  @Override
  public void fire(TriggerEvent event, BuildCommands commands) throws TriggerFailed {
    String line =
        event.hook() + " " + event.build().project() + " " + event.build().build() + " " + note;
    try {
      // One write, so that lines of builds that end together stay whole.
      Files.writeString(
          file, line.strip() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new TriggerFailed("the logbook " + file + " can't be written", e);
    }
    commands.say("Noted in " + file);
  }
}
