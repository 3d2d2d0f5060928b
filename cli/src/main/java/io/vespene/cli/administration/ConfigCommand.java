package io.vespene.cli.administration;

import io.vespene.cli.settings.AllSettings;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.PluginEntry;
import io.vespene.cli.settings.Setting;
import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what is set, and where. */
@Command(
    name = "config",
    description = "Check the settings and print each with its value and where that came from.")
public final class ConfigCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final SettingsOptions settings;

  public ConfigCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    EffectiveSettings effective = settings.read(Map.of());
    Table table = new Table("SETTING", "VALUE", "FROM");
    for (Setting<?> setting : AllSettings.list()) {
      table.add(setting.key(), effective.shown(setting), effective.origin(setting));
    }
    for (PluginEntry entry : effective.plugins()) {
      table.add(entry.key(), "plugin " + entry.plugin(), entry.origin().text());
    }
    table.print(terminal, "There are no settings.");
    return ExitCode.OK;
  }
}
