package io.vespene.worker;

import io.vespene.worker.plugin.PluginSettings;
import java.net.URI;
import java.util.List;

/**
 * Everything that a worker is told when it starts.
 *
 * @param servers where the servers are, {@code http} or {@code https}; tried in this order
 * @param identity who the worker is and which pools it serves
 * @param limits how many builds it takes, and until when
 * @param places where it keeps things
 * @param rights what scripts and checkouts may do
 * @param plugins what it shall have beside the built-in ones
 * @param tuning waits and limits that rarely need another value
 */
public record WorkerSettings(
    List<URI> servers,
    WorkerIdentity identity,
    WorkerLimits limits,
    WorkerPlaces places,
    WorkerRights rights,
    PluginSettings plugins,
    WorkerTuning tuning) {
  /** A worker with the built-in plugins only. */
  public WorkerSettings(
      List<URI> servers,
      WorkerIdentity identity,
      WorkerLimits limits,
      WorkerPlaces places,
      WorkerRights rights,
      WorkerTuning tuning) {
    this(servers, identity, limits, places, rights, PluginSettings.NONE, tuning);
  }

  public WorkerSettings {
    servers = List.copyOf(servers);
    InvalidSetting.require(!servers.isEmpty(), "server", "missing", "one URL at least");
    for (URI server : servers) {
      boolean http = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
      InvalidSetting.require(
          http && server.getHost() != null,
          "server",
          server,
          "a URL such as https://vespene.example.org");
    }
  }
}
