package io.vespene.cli.up;

import io.vespene.cli.client.LocalInstallation;
import io.vespene.cli.postgres.EmbeddedPostgres;
import io.vespene.cli.service.LogSetup;
import io.vespene.cli.service.OpenCore;
import io.vespene.cli.service.StartServer;
import io.vespene.cli.service.StopSignals;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.LogSettings;
import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.core.Core;
import io.vespene.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything on this machine. */
@Command(
    name = "up",
    description = {
      "Start everything on this machine: a database, a server and a worker.",
      "The first start makes the user 'admin' and a few projects to try. Ctrl-C stops it all;",
      "the next start finds everything again."
    })
public final class UpCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final String version;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch hurry = new CountDownLatch(1);
  @Mixin private final SettingsOptions settings;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "The port of the page, on this machine's loopback address only; 0 takes any free one. "
              + "Default: ${DEFAULT-VALUE}.")
  private int wantedPort = 8000;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where everything is kept. Default: VESPENE_DATA_DIR, else ~/.vespene.")
  private @Nullable Path dataDirectory;

  public UpCommand(Terminal terminal, Map<String, String> environment, String version) {
    this.terminal = terminal;
    this.environment = environment;
    this.version = version;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    Path path = LocalInstallation.of(Optional.ofNullable(dataDirectory), environment).directory();
    try (DataDirectory directory = DataDirectory.take(path)) {
      int port = FreePort.require(wantedPort);
      LogSetup.apply(
          LogSettings.of(settings.readWithout(UpSettings.chosen(directory, port, environment))));
      StopSignals.listen(this::heed);
      startDatabase(directory, port);
      terminal.print("Stopped.");
      return ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "The data directory can't be used: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "It was interrupted.", e);
    }
  }

  private void heed(int count) {
    stop.countDown();
    if (count > 1) {
      hurry.countDown();
    }
  }

  private void startDatabase(DataDirectory directory, int port)
      throws IOException, InterruptedException {
    var first = new FirstStart(directory);
    if (EmbeddedPostgres.isNew(directory.postgres())) {
      terminal.print("Making the database (only the first time) …");
    }
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(
            directory.postgres(), first.databasePassword(), directory.postgresPassword())) {
      EffectiveSettings effective =
          settings.readWithout(UpSettings.chosen(directory, port, environment, postgres.address()));
      startServer(directory, first, effective);
      terminal.print("Stopping the database …");
    }
  }

  private void startServer(DataDirectory directory, FirstStart first, EffectiveSettings effective)
      throws IOException, InterruptedException {
    first.makeKeys();
    try (Core core = OpenCore.open(effective)) {
      core.migrations().apply();
      first.makeAdministrator(core);
      first.makeTutorial(core);
      core.start();
      terminal.print("Starting the server …");
      try (RunningServer server = StartServer.start(effective, core)) {
        startWorker(directory, first.workerToken(core), effective, server);
        terminal.print("Stopping the server …");
      }
    }
  }

  private void startWorker(
      DataDirectory directory,
      Optional<String> token,
      EffectiveSettings effective,
      RunningServer server)
      throws IOException, InterruptedException {
    try (LocalWorker _ = LocalWorker.start(effective, token, environment, version, hurry)) {
      Files.writeString(directory.url(), server.url() + "\n");
      terminal.print("Vespene is ready at " + server.url());
      terminal.print(
          "Log in as admin; the password is in "
              + directory.adminPassword()
              + ". Ctrl-C stops everything.");
      stop.await();
      terminal.print("Stopping the worker (Ctrl-C again aborts its builds at once) …");
    } finally {
      Files.deleteIfExists(directory.url());
    }
  }
}
