package io.vespene.cli.settings;

import io.vespene.plugin.PluginOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * A plugin that the settings ask for.
 *
 * @param name what it is called there
 * @param plugin what type of plugin it is
 * @param timeLimit how long it may take, for triggers
 */
public record PluginEntry(
    PluginPlace place,
    String name,
    String plugin,
    PluginOptions options,
    Optional<Duration> timeLimit,
    Origin origin) {
  /** The key of the entry: {@code triggers.pre.announce}. */
  public String key() {
    return place.key() + "." + name;
  }
}
