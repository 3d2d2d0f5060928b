package io.vespene.cli.settings;

import java.nio.file.Path;

/**
 * What an installation protects, and what it permits.
 *
 * @param keysetFile the keys that encrypt secrets in the database
 * @param allowUnisolated scripts may run as the worker's own user
 * @param allowFileUrls builds may check out repositories from the worker's disk
 */
public record SafetySettings(Path keysetFile, boolean allowUnisolated, boolean allowFileUrls) {
  /** Takes them from all settings. */
  public static SafetySettings of(EffectiveSettings settings) {
    return new SafetySettings(
        settings.require(AllSettings.KEYSET_FILE),
        settings.require(AllSettings.ALLOW_UNISOLATED),
        settings.require(AllSettings.ALLOW_FILE_URLS));
  }
}
