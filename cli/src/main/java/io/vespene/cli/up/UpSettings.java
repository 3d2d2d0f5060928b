package io.vespene.cli.up;

import io.vespene.cli.postgres.PostgresAddress;
import io.vespene.cli.settings.GivenValue;
import io.vespene.cli.settings.Origin;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code up} chooses itself: addresses, places, and what is allowed on one's own machine. */
final class UpSettings {
  private static final Origin UP = new Origin.ByCommand("vespene up");

  private UpSettings() {}

  /** All but the database, which has no address before it runs. */
  static Map<String, GivenValue> chosen(
      DataDirectory directory, int port, Map<String, String> environment) {
    Map<String, String> chosen = new LinkedHashMap<>();
    chosen.put("server.bind-address", "127.0.0.1");
    chosen.put("server.port", Integer.toString(port));
    chosen.put("fileserving.bind-address", "127.0.0.1");
    chosen.put("fileserving.hostname", "127.0.0.1");
    // One address is enough for whoever comes through a tunnel.
    chosen.put("fileserving.through-server", "true");
    chosen.put("worker.servers", "http://127.0.0.1:" + port);
    chosen.put("worker.state-directory", directory.worker().toString());
    chosen.put("worker.build-root", directory.builds().toString());
    chosen.put("keyset-file", directory.keyset().toString());
    chosen.put("allow-unisolated", "true");
    chosen.put("allow-file-urls", "true");
    if (!environment.containsKey("VESPENE_LOG_LEVEL")) {
      chosen.put("log.level", "warn");
    }
    return given(chosen);
  }

  /** Everything. */
  static Map<String, GivenValue> chosen(
      DataDirectory directory,
      int port,
      Map<String, String> environment,
      PostgresAddress database) {
    Map<String, GivenValue> all = new LinkedHashMap<>(chosen(directory, port, environment));
    all.putAll(
        given(
            Map.of(
                "database.url", database.url(),
                "database.user", PostgresAddress.USER,
                "database.password", database.password())));
    return all;
  }

  private static Map<String, GivenValue> given(Map<String, String> texts) {
    Map<String, GivenValue> given = new LinkedHashMap<>();
    texts.forEach((key, text) -> given.put(key, new GivenValue(text, UP)));
    return given;
  }
}
