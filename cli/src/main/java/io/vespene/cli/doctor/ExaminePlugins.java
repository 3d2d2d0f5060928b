package io.vespene.cli.doctor;

import io.vespene.cli.service.ChosenPlugins;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.worker.WorkerProgram;
import io.vespene.worker.plugin.PluginRefused;
import java.util.List;

/** Makes the plugins that the settings ask for, as a worker would. */
final class ExaminePlugins {
  private ExaminePlugins() {}

  static Finding examine(EffectiveSettings settings) {
    try {
      List<String> found = WorkerProgram.examinePlugins(ChosenPlugins.of(settings));
      String asked = settings.plugins().size() + " in the settings";
      return new Finding.Good(
          "plugins", found.isEmpty() ? asked : asked + "; to be had: " + String.join(", ", found));
    } catch (PluginRefused e) {
      String problem = String.valueOf(e.getMessage());
      return settings.has("database.url")
          ? new Finding.Doubtful(
              "plugins", problem, "Workers would not start here; servers don't mind.")
          : new Finding.Bad(
              "plugins",
              problem,
              "Put it right in the settings or in plugins-directory, or no"
                  + " worker starts here.");
    }
  }
}
