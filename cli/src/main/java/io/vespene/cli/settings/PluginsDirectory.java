package io.vespene.cli.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the jars of plugins are. */
public final class PluginsDirectory {
  static final Setting<Path> SETTING =
      new Setting<>(
          "plugins-directory",
          ValueTypes.absolutePath(),
          Optional.of("/etc/vespene/plugins"),
          "Where the jars of plugins are; workers load all of them.");

  private PluginsDirectory() {}

  /** The directory; empty when nobody chose one and the usual one is not there. */
  public static Optional<Path> find(EffectiveSettings settings) {
    return settings
        .find(SETTING)
        .filter(directory -> settings.isChosen(SETTING) || Files.isDirectory(directory));
  }
}
