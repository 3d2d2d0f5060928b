package io.vespene.cli.service;

import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.GivenValue;
import io.vespene.cli.settings.LogSettings;
import io.vespene.cli.settings.Origin;
import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.core.Core;
import io.vespene.server.RunningServer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a server in the foreground. */
@Command(
    name = "server",
    description = {
      "Run a server: the web console, the REST API, and what workers talk to.",
      "Any number may run on one database. It stays in the foreground and logs to standard",
      "output. The first Ctrl-C or SIGTERM ends it in good order, the second at once."
    })
public final class ServerCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final SettingsOptions settings;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on, instead of the setting server.port.")
  private @Nullable String port;

  public ServerCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    EffectiveSettings effective = settings.read(options());
    LogSetup.apply(LogSettings.of(effective));
    var stop = new CountDownLatch(1);
    try (Core core = OpenCore.open(effective)) {
      core.migrations().requireCurrent();
      core.start();
      try (RunningServer server = StartServer.start(effective, core)) {
        StopSignals.listen(count -> {
          stop.countDown();
          if (count > 1) {
            Runtime.getRuntime().halt(ExitCode.FAILED);
          }
        });
        terminal.print("Vespene server is ready at " + server.url());
        stop.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "The server was interrupted.", e);
    }
    return ExitCode.OK;
  }

  private Map<String, GivenValue> options() {
    return Optional.ofNullable(port)
        .map(
            text -> Map.of("server.port", new GivenValue(text, new Origin.OnCommandLine("--port"))))
        .orElse(Map.of());
  }
}
