package io.vespene.cli.service;

import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.FileServingSettings;
import io.vespene.cli.settings.ListenSettings;
import io.vespene.core.Core;
import io.vespene.core.build.BuildRootLink;
import io.vespene.server.RunningServer;
import io.vespene.server.ServerSettings;
import io.vespene.server.VespeneServer;
import io.vespene.server.files.FileLinks;

/** Starts a server from the settings. */
public final class StartServer {
  private StartServer() {}

  /**
   * Starts it on an engine that is started, and returns when it answers.
   *
   * @throws io.vespene.server.PortInUse if another program listens there
   * @throws io.vespene.core.problem.SetUpProblem if the link to published files makes no sense
   */
  public static RunningServer start(EffectiveSettings settings, Core core) {
    ListenSettings listen = ListenSettings.of(settings);
    return VespeneServer.start(
        new ServerSettings(
            listen.bindAddress(),
            listen.port(),
            listen.sessionTimeout(),
            listen.stopLimit(),
            links(FileServingSettings.of(settings))),
        core);
  }

  private static FileLinks links(FileServingSettings files) {
    return new FileLinks(
        files.enabled(),
        files.throughServer(),
        files.webLink().map(BuildRootLink::parse).map(link -> link::of));
  }
}
