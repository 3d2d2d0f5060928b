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

/** Adds a key, which encrypts all secrets from then on. */
@Command(
    name = "rotate-secret",
    description = {
      "Add a new key to the file that keyset-file names; it encrypts all secrets saved from then",
      "on. The older keys stay in the file, so that what they encrypted can still be read."
    })
public final class RotateSecretCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final SettingsOptions settings;

  public RotateSecretCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    EffectiveSettings effective = settings.read(Map.of());
    LogSetup.apply(LogSettings.of(effective));
    Path file = SafetySettings.of(effective).keysetFile();
    Keyset.rotate(file);
    terminal.print("Added a new first key to " + file + ".");
    terminal.remark(
        "Copy it to every server and to where you keep the copy, then restart the servers, one"
            + " after the other: each uses the new key once it has started again.");
    return ExitCode.OK;
  }
}
