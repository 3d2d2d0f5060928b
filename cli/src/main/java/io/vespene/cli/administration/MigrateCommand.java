package io.vespene.cli.administration;

import io.vespene.cli.service.LogSetup;
import io.vespene.cli.service.OpenCore;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.LogSettings;
import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.core.Core;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the database's tables up to date. */
@Command(
    name = "migrate",
    description = "Make the database's tables, or bring them up to date. May be run at any time.")
public final class MigrateCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final SettingsOptions settings;

  public MigrateCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    EffectiveSettings effective = settings.read(Map.of());
    LogSetup.apply(LogSettings.of(effective));
    try (Core core = OpenCore.openWithoutKeys(effective)) {
      int applied = core.migrations().apply();
      terminal.print(
          applied == 0
              ? "The database was up to date."
              : "The database is up to date; migrations applied: " + applied + ".");
    }
    return ExitCode.OK;
  }
}
