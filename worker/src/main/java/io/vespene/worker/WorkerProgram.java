package io.vespene.worker;

import io.vespene.worker.build.Workbench;
import io.vespene.worker.build.WorkerPlugins;
import io.vespene.worker.claim.ClaimLoop;
import io.vespene.worker.fileserving.FileServer;
import io.vespene.worker.plugin.LoadPlugins;
import io.vespene.worker.plugin.PluginSettings;
import io.vespene.worker.process.ReadySessions;
import io.vespene.worker.retention.RemoveExpired;
import io.vespene.worker.server.ServerConnection;
import io.vespene.worker.server.ServerFailure;
import io.vespene.worker.sweep.Sweeper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running worker.
 *
 * <p>It runs on threads of its own until it is told to end or has done what it was to do; several
 * can run in one process.
 */
public final class WorkerProgram {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProgram.class);
  private static final Duration GOODBYE = Duration.ofSeconds(3);
  private static final int FAILED = 70;

  private final ClaimLoop claims;
  private final CompletableFuture<Integer> exitStatus = new CompletableFuture<>();

  private WorkerProgram(ClaimLoop claims) {
    this.claims = claims;
  }

  /**
   * Starts a worker with the built-in plugins and those of its settings; returns without waiting
   * for any server.
   *
   * @throws io.vespene.worker.plugin.PluginRefused if a plugin, or what the settings say about one,
   *     can't be used
   * @throws InvalidSetting if a worker of the same name runs with this state directory
   * @throws IOException if the worker's directories can't be used, or the machine lacks a program
   *     that it can't do without
   */
  public static WorkerProgram start(WorkerSettings settings) throws IOException {
    return start(
        settings,
        LoadPlugins.load(
            BuiltInPlugins.of(settings), settings.plugins(), BuiltInPlugins.factories()));
  }

  /**
   * Makes the plugins as a worker with these settings would; what there is to ask for, as people
   * read it.
   *
   * @throws io.vespene.worker.plugin.PluginRefused if one can't be used
   */
  public static List<String> examinePlugins(PluginSettings settings) {
    return LoadPlugins.examine(settings, BuiltInPlugins.factories());
  }

  /** Starts a worker with plugins of the caller's choice, otherwise like {@link #start}. */
  public static WorkerProgram start(WorkerSettings settings, WorkerPlugins plugins)
      throws IOException {
    InstanceDirectory instance =
        InstanceDirectory.take(settings.places().stateDirectory(), settings.identity().name());
    var server = new ServerConnection(settings.servers(), UUID.randomUUID().toString());
    var assembly = new WorkerAssembly(settings, plugins, instance, server);
    try {
      return start(assembly);
    } catch (IOException | RuntimeException e) {
      instance.close();
      server.close();
      throw e;
    }
  }

  private static WorkerProgram start(WorkerAssembly assembly) throws IOException {
    Workbench bench = assembly.bench();
    FileServer files = assembly.files(bench);
    var program = new WorkerProgram(assembly.claims(bench, files));
    var _ =
        Thread.ofPlatform()
            .name("worker-" + bench.workerName())
            .start(() -> program.work(assembly, bench, files));
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

  private void work(WorkerAssembly assembly, Workbench bench, FileServer files) {
    int status = FAILED;
    try (InstanceDirectory _ = assembly.instance();
        ServerConnection server = bench.server();
        FileServer _ = files;
        ReadySessions sessions = bench.sessions();
        Sweeper sweeper = assembly.sweeper(bench, bench.runs());
        RemoveExpired retention = assembly.retention(bench)) {
      assembly.sweepAbandoned(bench);
      sweeper.start();
      retention.start();
      sessions.prepare();
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
}
