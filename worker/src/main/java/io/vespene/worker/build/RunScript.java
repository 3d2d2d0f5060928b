package io.vespene.worker.build;

import io.vespene.plugin.Command;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.PluginFailure;
import io.vespene.protocol.worker.Outcome;
import io.vespene.worker.output.BuildEnd;
import io.vespene.worker.process.StreamPump;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the script to its end, or ends it when it is stopped, takes too long, or its output can't be
 * kept. When this is over no process of the build is left, whoever started it.
 */
final class RunScript implements Phase {
  private static final Logger LOG = LoggerFactory.getLogger(RunScript.class);
  private static final Duration STREAM_END = Duration.ofSeconds(2);
  private static final long NOTHING_LEFT_BYTES = 64 * 1024;
  private static final String FULL = ": the disk of the build root is full";
  private static final int SECONDS_PER_MINUTE = 60;

  @Override
  public String kind() {
    return "script";
  }

  @Override
  public String title(BuildWork work) {
    return "Script " + work.requireIsolated().description();
  }

  @Override
  public void run(BuildWork work) throws PhaseFailed, InterruptedException {
    IsolatedBuild place = work.requireIsolated();
    Command command = place.launch();
    var variables = new OutputVariables();
    work.log().observe(variables);
    Process process = start(work, command);
    try {
      work.bench().sessions().prepare();
      String threadName = "output-" + work.assignment().build();
      StreamPump output = StreamPump.start(threadName, process.getInputStream(), work.log());
      Optional<BuildEnd> forced = awaitEnd(work, process, command.timeLimit());
      endProcesses(work, place, process, forced.isPresent());
      work.forgetAgents();
      output.finish(STREAM_END);
      work.log().stopObserving();
      BuildEnd end = forced.isPresent() ? forced.get() : endOf(work, process.waitFor(), variables);
      work.endWith(end);
      if (end.outcome() != Outcome.SUCCESS) {
        throw new PhaseFailed(end);
      }
    } finally {
      work.processes().forget(process.pid());
    }
  }

  private static Process start(BuildWork work, Command command) throws PhaseFailed {
    try {
      return work.session().become(command, work.processes());
    } catch (PluginFailure e) {
      String reason = "the script could not be started: " + e.reason();
      throw new PhaseFailed(BuildWork.failure(reason), e);
    }
  }

  /** Waits for the script; says how the build ends when that is not by the script itself. */
  private static Optional<BuildEnd> awaitEnd(BuildWork work, Process process, Duration timeLimit)
      throws InterruptedException {
    CompletableFuture<IOException> broken = work.log().broken();
    try {
      var _ =
          CompletableFuture.anyOf(process.onExit(), work.stopSwitch().whenThrown(), broken)
              .get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Optional.of(BuildWork.failure("timed out after " + describe(timeLimit)));
    } catch (ExecutionException e) {
      throw new IllegalStateException("none of these ends by an exception", e);
    }
    if (broken.isDone()) {
      String reason = "the log could not be written: " + FileFailure.describe(broken.join());
      return Optional.of(BuildWork.failure(reason));
    }
    return work.findStop().map(stop -> BuildEnd.of(stop.outcome(), stop.reason()));
  }

  private static void endProcesses(
      BuildWork work, IsolatedBuild place, Process leader, boolean gently)
      throws InterruptedException {
    boolean gone =
        gently
            // As long as the script tidies up, it may need its SSH keys.
            ? work.bench().ending().gently(place, leader.onExit(), work::forgetAgents)
            : isGone(place) || work.bench().ending().atOnce(place);
    if (!gone) {
      work.log().say("Some processes of this build could not be ended.");
      LOG.atError()
          .addKeyValue("build", work.assignment().build())
          .log("Some processes of a build could not be ended");
    }
  }

  /** Scripts that can't write end with all kinds of codes, and seldom say why. */
  private static boolean isDiskFull(BuildWork work) {
    try {
      return Files.getFileStore(work.bench().buildRoot()).getUsableSpace() < NOTHING_LEFT_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isGone(IsolatedBuild place) {
    try {
      return place.survivors().isEmpty();
    } catch (PluginFailure e) {
      return false;
    }
  }

  private static BuildEnd endOf(BuildWork work, int exitCode, OutputVariables variables) {
    return new BuildEnd(
        exitCode == 0 ? Outcome.SUCCESS : Outcome.FAILURE,
        Optional.of(exitCode),
        "exit code " + exitCode + (exitCode != 0 && isDiskFull(work) ? FULL : ""),
        variables.all());
  }

  private static String describe(Duration time) {
    long seconds = time.toSeconds();
    return seconds % SECONDS_PER_MINUTE == 0
        ? seconds / SECONDS_PER_MINUTE + " min"
        : seconds + " s";
  }
}
