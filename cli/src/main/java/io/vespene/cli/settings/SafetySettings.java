package io.vespene.cli.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an installation protects, and what it permits.
 *
 * @param keysetFile the keys that encrypt secrets in the database
 * @param allowUnisolated scripts may run as the worker's own user
 * @param allowFileUrls builds may check out repositories from the worker's disk
 */
public record SafetySettings(Path keysetFile, boolean allowUnisolated, boolean allowFileUrls) {
  static final Setting<Path> KEYSET_FILE =
      new Setting<>(
          "keyset-file",
          ValueTypes.absolutePath(),
          Optional.of("/etc/vespene/keyset.json"),
          "The keys that encrypt secrets in the database; mode 0600, the same on all servers.");

  static final Setting<Boolean> ALLOW_UNISOLATED =
      new Setting<>(
          "allow-unisolated",
          ValueTypes.flag(),
          Optional.of("false"),
          "Allow pools without isolation: scripts run as the worker's own user.");

  static final Setting<Boolean> ALLOW_FILE_URLS =
      new Setting<>(
          "allow-file-urls",
          ValueTypes.flag(),
          Optional.of("false"),
          "Allow file:// repositories, which let a build read repositories on the worker's disk.");

  /** Takes them from all settings. */
  public static SafetySettings of(EffectiveSettings settings) {
    return new SafetySettings(
        settings.require(KEYSET_FILE),
        settings.require(ALLOW_UNISOLATED),
        settings.require(ALLOW_FILE_URLS));
  }
}
