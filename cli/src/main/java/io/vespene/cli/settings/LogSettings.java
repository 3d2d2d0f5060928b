package io.vespene.cli.settings;

/**
 * How the program writes its own log.
 *
 * @param json JSON lines instead of text
 * @param level {@code error}, {@code warn}, {@code info} or {@code debug}
 */
public record LogSettings(boolean json, String level) {
  /** Takes them from all settings. */
  public static LogSettings of(EffectiveSettings settings) {
    return new LogSettings(
        settings.require(AllSettings.LOG_FORMAT).equals("json"),
        settings.require(AllSettings.LOG_LEVEL));
  }
}
