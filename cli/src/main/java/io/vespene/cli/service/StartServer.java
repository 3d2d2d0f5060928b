package io.vespene.cli.service;

import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.ListenSettings;
import io.vespene.core.Core;
import io.vespene.server.RunningServer;
import io.vespene.server.ServerSettings;
import io.vespene.server.VespeneServer;

/** Starts a server from the settings. */
public final class StartServer {
  private StartServer() {}

  /**
   * Starts it on an engine that is started, and returns when it answers.
   *
   * @throws io.vespene.server.PortInUse if another program listens there
   */
  public static RunningServer start(EffectiveSettings settings, Core core) {
    ListenSettings listen = ListenSettings.of(settings);
    return VespeneServer.start(
        new ServerSettings(
            listen.bindAddress(), listen.port(), listen.sessionTimeout(), listen.stopLimit()),
        core);
  }
}
