package io.vespene.worker;

import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.ProgramMissing;
import io.vespene.protocol.worker.Registration;
import io.vespene.worker.build.Workbench;
import io.vespene.worker.build.WorkerPlugins;
import io.vespene.worker.claim.ClaimLoop;
import io.vespene.worker.claim.ClaimPlan;
import io.vespene.worker.claim.CurrentAddress;
import io.vespene.worker.claim.Enrolment;
import io.vespene.worker.claim.Membership;
import io.vespene.worker.fileserving.FileServer;
import io.vespene.worker.process.EndProcesses;
import io.vespene.worker.process.HostEnvironment;
import io.vespene.worker.process.ReadySessions;
import io.vespene.worker.process.SessionCommands;
import io.vespene.worker.process.SessionStarter;
import io.vespene.worker.process.StopSwitch;
import io.vespene.worker.retention.RemoveExpired;
import io.vespene.worker.server.CredentialFile;
import io.vespene.worker.server.ServerConnection;
import io.vespene.worker.sweep.FilePermissions;
import io.vespene.worker.sweep.KeptDirectories;
import io.vespene.worker.sweep.RunDirectories;
import io.vespene.worker.sweep.Sweeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** The one place where the parts of a worker are put together. */
final class WorkerAssembly {
  private static final Duration KILL_LIMIT = Duration.ofSeconds(30);

  private final WorkerSettings settings;
  private final WorkerPlugins plugins;
  private final InstanceDirectory instance;
  private final ServerConnection server;

  WorkerAssembly(
      WorkerSettings settings,
      WorkerPlugins plugins,
      InstanceDirectory instance,
      ServerConnection server) {
    this.settings = settings;
    this.plugins = plugins;
    this.instance = instance;
    this.server = server;
  }

  InstanceDirectory instance() {
    return instance;
  }

  Workbench bench() throws IOException {
    WorkerPlaces places = settings.places();
    Path buildRoot = makeBuildRoot(places.buildRoot());
    var host = new HostEnvironment(places.environment());
    SessionStarter starter = starter(host);
    return new Workbench(
        workerName(),
        server,
        plugins,
        new RunDirectories(instance.runs()),
        new KeptDirectories(instance.kept(), buildRoot),
        buildRoot,
        starter,
        new ReadySessions(starter, host),
        host,
        new EndProcesses(settings.tuning().killGrace(), KILL_LIMIT),
        settings.tuning().spoolLimitBytes(),
        Clock.systemUTC());
  }

  /** Others may pass through to the one working directory that is theirs, but can't look around. */
  private static Path makeBuildRoot(Path buildRoot) throws IOException {
    if (!Files.isDirectory(buildRoot)) {
      Files.createDirectories(buildRoot);
      Files.setPosixFilePermissions(buildRoot, FilePermissions.of(0711));
    }
    return buildRoot.toRealPath();
  }

  private static SessionStarter starter(HostEnvironment host) throws IOException {
    try {
      return SessionStarter.find(host.all());
    } catch (ProgramMissing e) {
      throw new IOException(e.reason(), e);
    }
  }

  /** Sweeps once what dead workers have left beside this one. */
  void sweepAbandoned(Workbench bench) throws IOException, InterruptedException {
    for (InstanceDirectory abandoned : instance.takeAbandoned()) {
      try (abandoned;
          Sweeper sweeper = sweeper(bench, new RunDirectories(abandoned.runs()))) {
        sweeper.sweep();
      }
    }
  }

  Sweeper sweeper(Workbench bench, RunDirectories runs) {
    String outerCookie = bench.host().all().getOrDefault(IsolationTraces.COOKIE_VARIABLE, "");
    var commands =
        new SessionCommands(
            bench.starter(), bench.host(), outerCookie, StopSwitch.never(), new OperatorLog());
    return new Sweeper(
        runs,
        bench.buildRoot(),
        bench.plugins()::findIsolation,
        commands,
        settings.tuning().sweepPause());
  }

  private String workerName() {
    String host = settings.identity().hostName().orElseGet(HostName::find);
    String first = instance.number() > 1 ? host + "-" + instance.number() : host;
    return settings.identity().name().orElse(first);
  }

  FileServer files(Workbench bench) throws IOException {
    return FileServer.start(
        settings.identity().fileServing(),
        bench.buildRoot(),
        bench.kept()::has,
        bench.kept()::findScriptUser);
  }

  RemoveExpired retention(Workbench bench) {
    return new RemoveExpired(bench.kept(), server, settings.tuning().retentionPause());
  }

  ClaimLoop claims(Workbench bench, FileServer files) {
    return new ClaimLoop(
        membership(bench, files.port()),
        bench,
        plan(),
        settings.tuning().abortLimit(),
        registered -> {
          bench.kept().useInstallation(UUID.fromString(registered.installation()));
          files.useKey(registered.fileKey());
        });
  }

  private Membership membership(Workbench bench, int filePort) {
    var enrolment =
        new Enrolment(
            settings.identity().poolTokens(),
            registration(bench.workerName(), filePort),
            new CurrentAddress(this::hostName, filePort));
    return new Membership(
        server,
        new CredentialFile(instance.credential()),
        enrolment,
        settings.tuning().refusedPause());
  }

  private Registration registration(String name, int filePort) {
    WorkerIdentity identity = settings.identity();
    return new Registration(
        server.processId(),
        name,
        hostName(),
        filePort,
        identity.version(),
        System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""),
        settings.limits().slots(),
        identity.pools());
  }

  private String hostName() {
    WorkerIdentity identity = settings.identity();
    return identity.fileServing().hostName().or(identity::hostName).orElseGet(HostName::find);
  }

  private ClaimPlan plan() {
    WorkerLimits limits = settings.limits();
    return new ClaimPlan(
        limits.onlyBuild().isPresent() ? 1 : limits.slots(),
        limits.maxBuilds(),
        limits.maxWait(),
        limits.onlyBuild(),
        settings.places().buildRoot(),
        limits.diskFloorBytes());
  }
}
