package io.vespene.core.build;

import io.vespene.core.database.Database;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.pipeline.RunProgress;
import io.vespene.core.problem.SetUpProblem;
import io.vespene.protocol.worker.Assignment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands builds of the queue to workers. A build that was handed over stays {@code QUEUED} until it
 * is acknowledged, and goes back into the queue when that does not happen in time.
 */
public final class Handover {
  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

  private final Database database;
  private final EngineSettings settings;
  private final ProjectSecrets secrets;

  public Handover(Database database, EngineSettings settings, ProjectSecrets secrets) {
    this.database = database;
    this.settings = settings;
    this.secrets = secrets;
  }

  /**
   * Hands over the builds whose turn it is: highest priority first, then oldest.
   *
   * @param pools numbers of the pools that the worker serves
   * @param onlyBuild when present, no other build is wanted
   * @param limit at most so many
   */
  public List<Assignment> claim(
      long worker, String processId, Collection<Long> pools, Optional<Long> onlyBuild, int limit) {
    var taker = new HandoverStore.Taker(worker, processId);
    var taken = new ArrayList<Long>();
    while (taken.size() < limit) {
      // One transaction each, so that none waits for one project while it holds another.
      OptionalLong build = claimOne(taker, pools, onlyBuild);
      if (build.isEmpty()) {
        break;
      }
      taken.add(build.getAsLong());
    }
    return assignments(taken);
  }

  /**
   * Everything that a worker must know about builds that are being handed to it. Those whose
   * secrets can't be read end here.
   */
  public List<Assignment> assignments(Collection<Long> builds) {
    if (builds.isEmpty()) {
      return List.of();
    }
    try {
      return database.withHandle(
          handle -> new AssignmentStore(handle, settings, secrets).list(builds));
    } catch (SetUpProblem e) {
      if (builds.size() == 1) {
        fail(builds.iterator().next(), e);
        return List.of();
      }
      // The others must not suffer for the one.
      return builds.stream().flatMap(build -> assignments(List.of(build)).stream()).toList();
    }
  }

  private void fail(long build, SetUpProblem cause) {
    String reason = "the project's secrets can't be read on the server: " + cause.getMessage();
    LOG.atError().addKeyValue("build", build).setCause(cause).log("Secrets can't be read");
    database.useTransaction(handle ->
        new HandoverStore(handle)
            .fail(build, reason)
            .ifPresent(project -> {
              Wakeups.send(handle, Topic.build(build));
              Turn.pass(handle, project);
              RunProgress.buildsEnded(handle, List.of(build));
            }));
  }

  /**
   * Puts builds that were not acknowledged in time back into the queue.
   *
   * @return how many
   */
  public int releaseExpired() {
    List<Long> expired = database.withHandle(handle -> new HandoverStore(handle).findExpired());
    // One transaction and one wake-up each: one wake-up brings one worker.
    expired.forEach(build -> database.useTransaction(handle -> release(handle, build)));
    return expired.size();
  }

  private static void release(Handle handle, long build) {
    new HandoverStore(handle)
        .releaseExpired(build)
        .ifPresent(pool -> Wakeups.send(handle, Topic.pool(pool)));
  }

  private OptionalLong claimOne(
      HandoverStore.Taker taker, Collection<Long> pools, Optional<Long> onlyBuild) {
    while (true) {
      Attempt attempt = database.inTransaction(handle -> tryOne(handle, taker, pools, onlyBuild));
      switch (attempt) {
        case Attempt.Took(long build) -> {
          return OptionalLong.of(build);
        }
        case Attempt.NothingThere() -> {
          return pools.size() > 1 && onlyBuild.isEmpty()
              ? claimFromEach(taker, pools)
              : OptionalLong.empty();
        }
        case Attempt.Lost() -> {
          // Another worker filled the project first. The next look knows that and passes it over,
          // unless it was to be this one build.
          if (onlyBuild.isPresent()) {
            return OptionalLong.empty();
          }
        }
      }
    }
  }

  /** What is first in the best pool may just be taken by others, and nothing behind it be left. */
  private OptionalLong claimFromEach(HandoverStore.Taker taker, Collection<Long> pools) {
    return pools.stream()
        .map(pool -> claimOne(taker, List.of(pool), Optional.empty()))
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  private Attempt tryOne(
      Handle handle, HandoverStore.Taker taker, Collection<Long> pools, Optional<Long> onlyBuild) {
    var store = new HandoverStore(handle);
    Optional<Long> candidate =
        onlyBuild
            .map(build -> store.findOnly(build, pools))
            .orElseGet(() -> store.findCandidate(pools));
    if (candidate.isEmpty()) {
      return new Attempt.NothingThere();
    }
    return store.take(candidate.get(), taker, settings.handOver())
        ? new Attempt.Took(candidate.get())
        : new Attempt.Lost();
  }

  private sealed interface Attempt {
    record Took(long build) implements Attempt {}

    record NothingThere() implements Attempt {}

    record Lost() implements Attempt {}
  }
}
