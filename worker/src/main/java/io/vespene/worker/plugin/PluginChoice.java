package io.vespene.worker.plugin;

import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.PluginOptions;

/**
 * A plugin as the settings ask for it.
 *
 * @param key where in the settings: {@code triggers.pre.announce}
 * @param name what it is called there: {@code announce}
 * @param type what kind of plugin it is: {@code slack}
 * @param origin where that was read, for people: a file and a line
 */
public record PluginChoice(
    String key, String name, String type, PluginOptions options, String origin) {
  /** What is wrong with this choice as a whole. */
  PluginRefused refused(String problem) {
    return new PluginRefused(key + ": " + problem + " (" + origin + ")");
  }

  /** What is wrong with one of its options. */
  PluginRefused refused(InvalidOption e) {
    return new PluginRefused(
        key + ".options." + e.option() + ": " + e.problem() + " (" + origin + ")", e);
  }
}
