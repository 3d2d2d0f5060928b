package io.vespene.worker;

import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.ProgramMissing;
import io.vespene.protocol.worker.Registration;
import io.vespene.worker.build.Workbench;
import io.vespene.worker.build.WorkerPlugins;
import io.vespene.worker.claim.ClaimLoop;
import io.vespene.worker.claim.ClaimPlan;
import io.vespene.worker.claim.Enrolment;
import io.vespene.worker.claim.Membership;
import io.vespene.worker.process.EndProcesses;
import io.vespene.worker.process.HostEnvironment;
import io.vespene.worker.process.SessionCommands;
import io.vespene.worker.process.SessionStarter;
import io.vespene.worker.process.StopSwitch;
import io.vespene.worker.server.CredentialFile;
import io.vespene.worker.server.ServerConnection;
import io.vespene.worker.server.ServerFailure;
import io.vespene.worker.sweep.FilePermissions;
import io.vespene.worker.sweep.RunDirectories;
import io.vespene.worker.sweep.Sweeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running worker.
 *
 * <p>It runs on threads of its own until it is told to end or has done what it was to do; several
 * can run in one process. This is the one place where a worker's parts are put together.
 */
public final class WorkerProgram {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProgram.class);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(30);
  private static final Duration GOODBYE = Duration.ofSeconds(3);
  private static final int FAILED = 70;

  private final ClaimLoop claims;
  private final CompletableFuture<Integer> exitStatus = new CompletableFuture<>();

  private WorkerProgram(ClaimLoop claims) {
    this.claims = claims;
  }

  /**
   * Starts a worker with the built-in plugins; returns without waiting for any server.
   *
   * @throws InvalidSetting if a worker of the same name runs with this state directory
   * @throws IOException if the worker's directories can't be used, or the machine lacks a program
   *     that it can't do without
   */
  public static WorkerProgram start(WorkerSettings settings) throws IOException {
    return start(settings, BuiltInPlugins.of(settings));
  }

  /** Starts a worker with plugins of the caller's choice, otherwise like {@link #start}. */
  public static WorkerProgram start(WorkerSettings settings, WorkerPlugins plugins)
      throws IOException {
    InstanceDirectory instance =
        InstanceDirectory.take(settings.places().stateDirectory(), settings.identity().name());
    var server = new ServerConnection(settings.servers(), UUID.randomUUID().toString());
    Workbench bench = bench(settings, plugins, server, instance);
    Sweeper sweeper = sweeper(settings, bench, instance);
    var membership =
        new Membership(
            server,
            new CredentialFile(instance.credential()),
            new Enrolment(
                settings.identity().poolTokens(),
                registration(settings, server, bench.workerName())),
            settings.tuning().refusedPause());
    var claims = new ClaimLoop(membership, bench, plan(settings), settings.tuning().abortLimit());
    var program = new WorkerProgram(claims);
    var _ =
        Thread.ofPlatform()
            .name("worker-" + bench.workerName())
            .start(() -> program.work(server, sweeper, instance));
    return program;
  }

  /** Claims nothing more; the worker ends when its last build is over and reported. */
  public void drain() {
    claims.drain();
  }

  /** Stops all builds, which end as aborted, and ends the worker. */
  public void abort() {
    claims.abort();
  }

  /**
   * Waits for the worker's end.
   *
   * @return the exit status: 0 when it ended as it should, 1 when builds were stopped or the one
   *     build wanted could not be had, 70 after a fault of its own
   */
  public int join() throws InterruptedException {
    try {
      return exitStatus.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker's end is never an exception", e);
    }
  }

  private void work(ServerConnection server, Sweeper sweeper, InstanceDirectory instance) {
    int status = FAILED;
    try (server;
        sweeper;
        instance) {
      sweeper.start();
      status = claims.run();
      server.leave(GOODBYE);
    } catch (ServerFailure e) {
      LOG.atInfo().addKeyValue("cause", e.getMessage()).log("No server heard the goodbye");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.atError().setCause(e).log("The worker failed");
    } finally {
      LOG.atInfo().addKeyValue("status", status).log("Worker ended");
      exitStatus.complete(status);
    }
  }

  private static Workbench bench(
      WorkerSettings settings,
      WorkerPlugins plugins,
      ServerConnection server,
      InstanceDirectory instance)
      throws IOException {
    WorkerPlaces places = settings.places();
    var host = new HostEnvironment(places.environment());
    return new Workbench(
        nameOf(settings, instance),
        server,
        plugins,
        new RunDirectories(instance.runs()),
        makeBuildRoot(places.buildRoot()),
        starter(host),
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

  private static Sweeper sweeper(
      WorkerSettings settings, Workbench bench, InstanceDirectory instance) throws IOException {
    var runs = new ArrayList<RunDirectories>();
    runs.add(bench.runs());
    for (InstanceDirectory abandoned : instance.takeAbandoned()) {
      runs.add(new RunDirectories(abandoned.runs()));
    }
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

  private static String nameOf(WorkerSettings settings, InstanceDirectory instance) {
    String host = settings.identity().hostName().orElseGet(HostName::find);
    String first = instance.number() > 1 ? host + "-" + instance.number() : host;
    return settings.identity().name().orElse(first);
  }

  private static Registration registration(
      WorkerSettings settings, ServerConnection server, String name) {
    WorkerIdentity identity = settings.identity();
    return new Registration(
        server.processId(),
        name,
        identity.hostName().orElseGet(HostName::find),
        identity.filePort(),
        identity.version(),
        System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""),
        settings.limits().slots(),
        identity.pools());
  }

  private static ClaimPlan plan(WorkerSettings settings) {
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
