package io.vespene.cli.doctor;

import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Examines this machine and the installation it belongs to. */
@Command(
    name = "doctor",
    description = {
      "Examine this machine and its settings, and say what to do about each thing found:",
      "versions, database, tables, clock, keys, git, ssh, sudo, plugins, disk.",
      "Ends with exit code 1 if something does not work."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final String version;
  @Mixin private final SettingsOptions settings;

  @Option(
      names = "--sudo-user",
      paramLabel = "USER",
      description = "Also try whether scripts can run as this user.")
  private @Nullable String sudoUser;

  public DoctorCommand(Terminal terminal, Map<String, String> environment, String version) {
    this.terminal = terminal;
    this.version = version;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    EffectiveSettings effective = settings.read(Map.of());
    return new Examination(terminal, effective, version, Optional.ofNullable(sudoUser)).run()
        ? ExitCode.OK
        : ExitCode.FAILED;
  }
}
