package io.vespene.worker.sweep;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.worker.process.BuildCgroup;
import io.vespene.worker.process.Cookie;
import io.vespene.worker.process.EndProcesses;
import io.vespene.worker.process.TaggedProcesses;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends and removes what dead workers have left: processes by their cookie, places of isolation
 * plugins, spools, and working directories that were replaced.
 */
public final class Sweeper implements AutoCloseable {
  /** Directories in the build root whose names begin so are removed. */
  public static final String REPLACED_PREFIX = ".replaced-";

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private static final Duration LONG_EMPTY = Duration.ofMinutes(1);
  private static final EndProcesses END = new EndProcesses(Duration.ZERO, Duration.ofSeconds(5));

  private final RunDirectories runs;
  private final Path buildRoot;
  private final Function<String, Optional<Isolation>> isolations;
  private final BuildCommands commands;
  private final Duration pause;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  /**
   * @param isolations finds the plugin of a type
   * @param pause how long to wait from one sweep to the next
   */
  public Sweeper(
      RunDirectories runs,
      Path buildRoot,
      Function<String, Optional<Isolation>> isolations,
      BuildCommands commands,
      Duration pause) {
    this.runs = runs;
    this.buildRoot = buildRoot;
    this.isolations = isolations;
    this.commands = commands;
    this.pause = pause;
  }

  /** Sweeps now, and again and again until {@link #close}. */
  public void start() throws InterruptedException {
    sweep();
    thread = Thread.ofVirtual().name("sweeper").start(this::sweepAgain);
  }

  private void sweepAgain() {
    try {
      while (true) {
        Thread.sleep(pause);
        sweep();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sweeps once. What resists is left for the next time. */
  public void sweep() throws InterruptedException {
    try {
      for (RunDirectory directory : runs.leftovers()) {
        clear(directory);
      }
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("The directories of earlier builds can't be listed");
    }
    removeReplaced();
    BuildCgroup.removeEmpty(LONG_EMPTY);
  }

  private void clear(RunDirectory directory) throws InterruptedException {
    try {
      Optional<RunRecord> run = directory.findRecord();
      if (run.isPresent()) {
        clear(run.get());
      }
      directory.remove();
    } catch (PluginFailure | IOException | RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("directory", directory.path())
          .addKeyValue("cause", e.getMessage())
          .log("What is left of an earlier build can't be removed now");
    }
  }

  private void clear(RunRecord run) throws PluginFailure, IOException, InterruptedException {
    var cookie = new Cookie(run.cookie());
    var processes = new TaggedProcesses(cookie);
    Optional<BuildCgroup> group = BuildCgroup.find(cookie);
    group.ifPresent(processes::adopt);
    var traces =
        new IsolationTraces(
            run.build(),
            run.slot(),
            run.cookie(),
            Path.of(run.workingDirectory()),
            Path.of(run.buildRoot()),
            run.options(),
            processes);
    if (!END.atOnce(processes)) {
      throw new IOException("processes that can't be ended: " + processes.survivors());
    }
    Optional<Isolation> isolation = isolations.apply(run.isolation());
    if (isolation.isPresent()) {
      isolation.get().clear(traces, commands);
    }
    group.ifPresent(BuildCgroup::remove);
    LOG.atInfo().addKeyValue("build", run.build()).log("Removed what an earlier build left");
  }

  private void removeReplaced() {
    try (DirectoryStream<Path> replaced =
        Files.newDirectoryStream(buildRoot, REPLACED_PREFIX + "*")) {
      for (Path directory : replaced) {
        Trees.delete(directory);
      }
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("A replaced working directory can't be removed now");
    }
  }

  /** Returns when nothing is swept any more: processes that are half ended stay for ever. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
