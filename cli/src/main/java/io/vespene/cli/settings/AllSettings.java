package io.vespene.cli.settings;

import java.util.List;

/** Every setting there is. The user guide's page of settings is checked against this list. */
public final class AllSettings {
  private static final List<Setting<?>> ALL =
      List.of(
          DatabaseSettings.URL,
          DatabaseSettings.USER,
          DatabaseSettings.PASSWORD,
          DatabaseSettings.PASSWORD_FILE,
          DatabaseSettings.POOL_SIZE,
          DatabaseSettings.CONNECT_TIMEOUT,
          ListenSettings.PUBLIC_URL,
          ListenSettings.BIND_ADDRESS,
          ListenSettings.PORT,
          ListenSettings.SESSION_TIMEOUT,
          ListenSettings.STOP_LIMIT,
          EngineTimes.HAND_OVER,
          EngineTimes.POLL_HOLD,
          EngineTimes.UNREACHABLE_AFTER,
          EngineTimes.REAP_EVERY,
          EngineTimes.AUTO_ABORT_EVERY,
          EngineTimes.RETENTION_EVERY,
          EngineTimes.CHECKOUT_TIMEOUT,
          WorkplaceSettings.SERVERS,
          WorkplaceSettings.STATE_DIRECTORY,
          WorkplaceSettings.BUILD_ROOT,
          WorkplaceSettings.HOST_NAME,
          WorkplaceSettings.DISK_FLOOR,
          FileServingSettings.ENABLED,
          FileServingSettings.HOST_NAME,
          FileServingSettings.BIND_ADDRESS,
          FileServingSettings.PORT,
          FileServingSettings.THROUGH_SERVER,
          FileServingSettings.WEB_LINK,
          WorkerWaits.SPOOL_LIMIT,
          WorkerWaits.MIRROR_LIMIT,
          WorkerWaits.KILL_GRACE,
          WorkerWaits.SWEEP_PAUSE,
          WorkerWaits.RETENTION_PAUSE,
          WorkerWaits.REFUSED_PAUSE,
          WorkerWaits.ABORT_LIMIT,
          PluginsDirectory.SETTING,
          SafetySettings.KEYSET_FILE,
          SafetySettings.ALLOW_UNISOLATED,
          SafetySettings.ALLOW_FILE_URLS,
          LogSettings.FORMAT,
          LogSettings.LEVEL);

  private AllSettings() {}

  /** All of them, in the order of the user guide. */
  public static List<Setting<?>> list() {
    return ALL;
  }
}
