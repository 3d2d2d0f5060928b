package io.vespene.cli.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of every command that needs settings. */
public final class SettingsOptions {
  private final Map<String, String> environment;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "The settings file. Default: VESPENE_CONFIG, else /etc/vespene/vespene.yaml if there is "
              + "one.")
  private @Nullable Path file;

  public SettingsOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The settings file that is read, if there is one. */
  public Optional<Path> findFile() {
    return ReadSettings.findFile(Optional.ofNullable(file), environment);
  }

  /**
   * Reads and checks the settings.
   *
   * @param options values that other options of the command gave, by key
   * @throws InvalidSettings naming everything that is wrong
   */
  public EffectiveSettings read(Map<String, GivenValue> options) {
    return ReadSettings.read(Optional.ofNullable(file), environment, options);
  }

  /**
   * Reads and checks the settings of {@code up}: no file unless one was named.
   *
   * @param chosen values that nobody else may set, by key
   * @throws InvalidSettings naming everything that is wrong
   */
  public EffectiveSettings readWithout(Map<String, GivenValue> chosen) {
    return ReadSettings.readWithout(Optional.ofNullable(file), environment, chosen);
  }
}
