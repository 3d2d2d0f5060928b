package io.vespene.core.build;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.audit.AuditVerb;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;
import io.vespene.core.database.Database;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.pipeline.DueBuild;
import io.vespene.core.pipeline.DueBuilds;
import io.vespene.core.pipeline.RunOutputs;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.VespeneException;
import io.vespene.core.project.Project;
import io.vespene.core.question.LaunchAnswers;
import io.vespene.core.script.FinishedScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Queues the builds of stages that runs have just reached, with the output variables of the stages
 * before. Any number of servers may do so at once: each build is queued exactly once, as the
 * transaction that queues it takes away that it is due.
 */
final class DueStages {
  private final Database database;
  private final BuildPreparation preparation;

  DueStages(Database database, BuildPreparation preparation) {
    this.database = database;
    this.preparation = preparation;
  }

  /** Queues everything that is due now. */
  void queueAll() {
    DueBuilds.list(database).forEach(this::queue);
  }

  private void queue(DueBuild due) {
    Attempt attempt = Attempt.CHANGED;
    while (attempt == Attempt.CHANGED) {
      attempt =
          preparation
              .projects()
              .find(due.project())
              .map(project -> tryOnce(due, project))
              .orElse(Attempt.DONE);
    }
  }

  private Attempt tryOnce(DueBuild due, Project project) {
    try {
      PreparedStart start = prepare(due, project);
      return database.inTransaction(handle -> queue(handle, due, project, start));
    } catch (InvalidInput | Conflict e) {
      String reason = "no build of '" + project.name() + "' can be queued: " + message(e);
      database.useTransaction(handle -> DueBuilds.refused(handle, due, reason));
      return Attempt.DONE;
    }
  }

  private static String message(VespeneException e) {
    return Optional.ofNullable(e.getMessage()).orElse("refused");
  }

  /** Renders first, as that takes time; whether the project is still the same is seen later. */
  private PreparedStart prepare(DueBuild due, Project project) {
    // Nobody is there to be asked, so every question that must be answered needs a default.
    LaunchAnswers answers = LaunchAnswers.of(project.settings().questions(), Map.of());
    FinishedScript script =
        preparation.scripts().finish(project, RunOutputs.before(database, due.place()), answers);
    var actor = Actor.system("pipeline " + due.pipeline() + ", run " + due.place().run());
    return new PreparedStart(StartRequest.by(actor), answers, script);
  }

  private Attempt queue(Handle handle, DueBuild due, Project project, PreparedStart start) {
    var store = new QueueStore(handle);
    Optional<QueueStore.LockedProject> locked = store.lockProject(project.id());
    if (locked.isEmpty()) {
      return Attempt.DONE;
    }
    if (locked.get().version() != project.version()) {
      return Attempt.CHANGED;
    }
    if (!DueBuilds.take(handle, due)) {
      return Attempt.DONE;
    }
    QueuedBuild queued = store.insert(project.id(), start, preparation.keyset());
    List<Long> superseded =
        locked.get().latestOnly() && start.script().failure().isEmpty()
            ? store.supersede(project.id(), queued.id())
            : List.of();
    DueBuilds.queued(handle, due, queued.id(), superseded);
    Wakeups.send(handle, Topic.pool(queued.pool()));
    AuditLog.did(
        handle,
        start.request().actor(),
        AuditVerb.START,
        new AuditedObject(ObjectType.BUILD, queued.id(), project.name()));
    return Attempt.DONE;
  }

  private enum Attempt {
    DONE,
    CHANGED
  }
}
