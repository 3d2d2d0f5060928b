package io.vespene.cli.administration;

import io.vespene.cli.service.LogSetup;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.LogSettings;
import io.vespene.cli.settings.SafetySettings;
import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.core.secret.Keyset;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the keys that encrypt secrets. */
@Command(
    name = "generate-secret",
    description = {
      "Make the keys that encrypt secrets in the database, in the file that keyset-file names.",
      "All servers need the same file. An existing file is never changed."
    })
public final class GenerateSecretCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final SettingsOptions settings;

  public GenerateSecretCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    EffectiveSettings effective = settings.read(Map.of());
    LogSetup.apply(LogSettings.of(effective));
    Path file = SafetySettings.of(effective).keysetFile();
    Keyset.generate(file);
    terminal.print("Made " + file + ".");
    terminal.remark(
        "Copy it to every server, and keep a copy apart from the database's backups: without it,"
            + " the secrets in the database can't be read.");
    return ExitCode.OK;
  }
}
