package io.vespene.core.build;

import io.vespene.core.audit.Actor;
import io.vespene.core.database.Database;
import io.vespene.core.database.Listener;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.pipeline.Pipeline;
import io.vespene.core.pipeline.RunBegin;
import io.vespene.core.pipeline.RunStop;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops pipelines as a whole, and, once started itself, queues the builds of stages as
 * soon as runs reach them.
 */
public final class PipelineBuilds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineBuilds.class);
  private static final Duration JOIN = Duration.ofSeconds(30);

  private final Database database;
  private final Wakeups wakeups;
  private final Builds builds;
  private final DueStages due;
  private final Thread thread = Thread.ofVirtual().name("due-stages").unstarted(this::followDue);
  private volatile boolean closing;

  public PipelineBuilds(
      Database database, Wakeups wakeups, Builds builds, BuildPreparation preparation) {
    this.database = database;
    this.wakeups = wakeups;
    this.builds = builds;
    due = new DueStages(database, preparation);
  }

  /**
   * Begins a run and queues the projects of the first stage.
   *
   * @return the run's number
   * @throws Conflict if the pipeline is disabled, or no project takes part in it
   */
  public long start(Pipeline pipeline, Actor actor) {
    long run = database.inTransaction(handle -> RunBegin.begin(handle, pipeline, actor));
    due.queueAll();
    return run;
  }

  /**
   * Ends all runs of the pipeline for good and stops their builds.
   *
   * @throws Conflict if there is nothing to stop
   */
  public void stop(Pipeline pipeline, Actor actor) {
    List<Long> open =
        RunStop.stop(database, pipeline, actor)
            .orElseThrow(
                () -> new Conflict("no run of pipeline '" + pipeline.name() + "' is under way"));
    open.forEach(build -> stopOpen(build, actor));
  }

  private void stopOpen(long build, Actor actor) {
    try {
      builds.stop(build, actor);
    } catch (Conflict e) {
      LOG.atDebug().addKeyValue("build", build).setCause(e).log("build ended by itself");
    }
  }

  /** Queues the builds of all stages that runs have reached and that are not queued yet. */
  public void queueDue() {
    due.queueAll();
  }

  /** Begins to follow the runs; may be called once. */
  public void start() {
    thread.start();
  }

  private void followDue() {
    try (Listener listener = wakeups.listen(Set.of(Topic.dueStages()))) {
      while (!closing) {
        queueOrPutOff();
        listener.await(Wakeups.SLOW_POLL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void queueOrPutOff() {
    try {
      due.queueAll();
    } catch (Unavailable e) {
      LOG.atDebug().setCause(e).log("stages of pipelines put off");
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("stages of pipelines can't be queued");
    }
  }

  /** Ends the following; what is being queued just now is queued. May be called twice. */
  @Override
  public void close() {
    closing = true;
    wakeups.signalHere(Topic.dueStages());
    // Where nothing was started there is nothing to wait for.
    if (!thread.isAlive()) {
      return;
    }
    try {
      thread.join(JOIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
