package io.vespene.cli.settings;

import java.util.Optional;

/**
 * How the program writes its own log.
 *
 * @param json JSON lines instead of text
 * @param level {@code error}, {@code warn}, {@code info} or {@code debug}
 */
public record LogSettings(boolean json, String level) {
  static final Setting<String> FORMAT =
      new Setting<>(
          "log.format",
          ValueTypes.choice("text", "json"),
          Optional.of("text"),
          "How servers and workers write their own log to standard output.");

  static final Setting<String> LEVEL =
      new Setting<>(
          "log.level",
          ValueTypes.choice("error", "warn", "info", "debug"),
          Optional.of("info"),
          "The least important messages that are still written.");

  /** Takes them from all settings. */
  public static LogSettings of(EffectiveSettings settings) {
    return new LogSettings(settings.require(FORMAT).equals("json"), settings.require(LEVEL));
  }
}
