package io.vespene.cli.administration;

import io.vespene.cli.service.LogSetup;
import io.vespene.cli.service.OpenCore;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.LogSettings;
import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.core.Core;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what old builds have left, before their pools would. */
@Command(
    name = "cleanup",
    description = {
      "Remove old builds, or the directories they have left on the workers.",
      "Vespene does this by itself, as each pool's settings say; this does it earlier.",
      "Each project's last build and last success stay."
    })
public final class CleanupCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 36_500;

  private final Terminal terminal;
  @Mixin private final SettingsOptions settings;

  @Option(names = "--remove-builds", description = "Remove builds with their logs.")
  private boolean removeBuilds;

  @Option(
      names = "--remove-build-roots",
      description = "Remove the directories of builds; workers do so when they next ask.")
  private boolean removeBuildRoots;

  @Option(
      names = "--days",
      paramLabel = "N",
      required = true,
      description = "Only of builds that ended N days ago or earlier.")
  private int days;

  public CleanupCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    if (!removeBuilds && !removeBuildRoots) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "Say what to remove: --remove-builds, --remove-build-roots or both.");
    }
    if (days < 0 || days > MOST_DAYS) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "--days: must be from 0 to " + MOST_DAYS + ".");
    }
    EffectiveSettings effective = settings.read(Map.of());
    LogSetup.apply(LogSettings.of(effective));
    try (Core core = OpenCore.openWithoutKeys(effective)) {
      if (removeBuildRoots) {
        long marked = core.retention().dropDirectoriesOlderThan(days);
        terminal.print(
            "Build roots marked; workers remove them when they next ask: " + marked + ".");
      }
      if (removeBuilds) {
        terminal.print("Builds removed: " + core.retention().removeBuildsOlderThan(days) + ".");
      }
    }
    return ExitCode.OK;
  }
}
