package io.vespene.core.build;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.audit.AuditVerb;
import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;
import io.vespene.core.database.Database;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.pipeline.RunBegin;
import io.vespene.core.pipeline.RunOutputs;
import io.vespene.core.pipeline.RunPlace;
import io.vespene.core.pipeline.RunProgress;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Project;
import io.vespene.core.project.SourceRules;
import io.vespene.core.question.LaunchAnswers;
import io.vespene.core.script.FinishedScript;
import io.vespene.core.variable.VariableLayer;
import io.vespene.protocol.worker.TriggerOutcome;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Builds as people see them: start, stop, look. */
public final class Builds {
  /** No page of the history is longer. */
  public static final int MAX_LIMIT = 1000;

  /** How often a project may change while a build of it is being started. */
  private static final int MAX_ATTEMPTS = 5;

  private final Database database;
  private final Wakeups wakeups;
  private final BuildPreparation preparation;
  private final Duration unreachableAfter;

  /**
   * Wires it.
   *
   * @param unreachableAfter how long a worker is silent before no build is expected to reach it
   */
  public Builds(
      Database database, Wakeups wakeups, BuildPreparation preparation, Duration unreachableAfter) {
    this.database = database;
    this.wakeups = wakeups;
    this.preparation = preparation;
    this.unreachableAfter = unreachableAfter;
  }

  /**
   * Queues a build with everything it will need, as the project stands now. When its script can't
   * be rendered, the build has its reason from the beginning, and a worker only runs the triggers
   * of its failure.
   *
   * @return the build, {@code QUEUED}
   * @throws io.vespene.core.problem.NotFound if the project was deleted in the meantime
   * @throws io.vespene.core.problem.InvalidInput if the revision can't be one, or if answers to the
   *     project's questions are refused or missing
   */
  public Build start(Project project, StartRequest request) {
    var errors = new FieldErrors();
    request
        .revision()
        .ifPresent(revision -> SourceRules.checkRevision(project.settings(), revision, errors));
    errors.throwIfAny();
    Build build = queue(project, request);
    wakeups.signalHere(Topic.build(build.id()));
    return build;
  }

  /** Renders first, as that takes time, and looks then whether the project is still the same. */
  private Build queue(Project given, StartRequest request) {
    Project project = given;
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Project seen = project;
      LaunchAnswers answers = LaunchAnswers.of(seen.settings().questions(), request.answers());
      Optional<RunPlace> run = RunBegin.find(database, seen.id());
      List<VariableLayer> outputs =
          run.map(place -> RunOutputs.before(database, place)).orElse(List.of());
      FinishedScript script = preparation.scripts().finish(seen, outputs, answers);
      var start = new PreparedStart(request, answers, script);
      Optional<Build> build = database.inTransaction(handle -> queue(handle, seen, run, start));
      if (build.isPresent()) {
        return build.get();
      }
      project =
          preparation
              .projects()
              .find(seen.id())
              .orElseThrow(() -> new NotFound("project", seen.name()));
    }
    throw new Conflict("project '" + given.name() + "' is being changed just now: try again");
  }

  /** Empty if the project has changed since its script was rendered, or the run it continues. */
  private Optional<Build> queue(
      Handle handle, Project project, Optional<RunPlace> run, PreparedStart start) {
    var store = new QueueStore(handle);
    QueueStore.LockedProject locked =
        store.lockProject(project.id()).orElseThrow(() -> new NotFound("project", project.name()));
    if (locked.version() != project.version() || !RunBegin.lock(handle, project.id()).equals(run)) {
      return Optional.empty();
    }
    QueuedBuild queued = store.insert(project.id(), start, preparation.keyset());
    List<Long> superseded =
        locked.latestOnly() && start.script().failure().isEmpty()
            ? store.supersede(project.id(), queued.id())
            : List.of();
    RunBegin.join(
        handle, run, project.id(), queued.id(), start.request().actor().name(), superseded);
    Wakeups.send(handle, Topic.pool(queued.pool()));
    AuditLog.did(
        handle,
        start.request().actor(),
        AuditVerb.START,
        object(queued.id(), project.name()),
        new AuditedFields().with("revision", start.request().revision().orElse("")));
    return new BuildStore(handle).find(queued.id());
  }

  /**
   * Starts a build of the same project as it stands now, with the answers and the revision that an
   * earlier build had.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such build
   * @throws io.vespene.core.problem.InvalidInput if the project asks something else by now, or has
   *     no such revisions any more
   */
  public Build restart(long id, Actor actor) {
    Build before = require(id);
    Project project =
        preparation
            .projects()
            .find(before.project().id())
            .orElseThrow(() -> new NotFound("project", before.project().name()));
    Map<String, @Nullable Object> answers =
        database.withHandle(handle ->
            new AnswerStore(handle, preparation.keyset())
                .find(id)
                .orElseThrow(() -> new NotFound("build", id)));
    Optional<String> revision =
        before
            .checkedOut()
            .map(Revision::revision)
            .filter(checkedOut -> !checkedOut.isEmpty())
            .or(() -> inputs(id).revision());
    return start(project, new StartRequest(actor, revision, answers));
  }

  /**
   * Ends a queued build at once, and tells the worker of a running one to end it. Asking again for
   * a build that is being stopped changes nothing.
   *
   * @return the build as it is now: {@code ABORTED} or {@code ABORTING}
   * @throws io.vespene.core.problem.NotFound if there is no such build
   * @throws io.vespene.core.problem.Conflict if it has ended
   */
  public Build stop(long id, Actor actor) {
    Build build =
        database.inTransaction(handle -> {
          Optional<StopStore.Stopped> stopped =
              new StopStore(handle).stop(id, "stopped by " + actor.name());
          Build present = require(handle, id);
          stopped.ifPresent(now -> {
            tell(handle, now);
            AuditLog.did(handle, actor, AuditVerb.STOP, object(id, present.project().name()));
          });
          if (stopped.isEmpty() && present.status().ended()) {
            throw new Conflict("build " + id + " has ended already: " + present.status());
          }
          return present;
        });
    wakeups.signalHere(Topic.build(id));
    return build;
  }

  private static AuditedObject object(long id, String project) {
    return new AuditedObject(ObjectType.BUILD, id, project);
  }

  private static void tell(Handle handle, StopStore.Stopped stopped) {
    stopped
        .worker()
        .ifPresentOrElse(
            worker -> Wakeups.send(handle, Topic.worker(worker)),
            () -> {
              Turn.pass(handle, stopped.project());
              RunProgress.buildsEnded(handle, List.of(stopped.build()));
            });
  }

  public Optional<Build> find(long id) {
    return database.withHandle(handle -> new BuildStore(handle).find(id));
  }

  /**
   * The build of this number.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such build
   */
  public Build require(long id) {
    return database.withHandle(handle -> require(handle, id));
  }

  private static Build require(Handle handle, long id) {
    return new BuildStore(handle).find(id).orElseThrow(() -> new NotFound("build", id));
  }

  /**
   * The history, newest first.
   *
   * @param cursor the {@code next} of the page before
   * @param limit at most so many; 1 to {@link #MAX_LIMIT}
   */
  public BuildPage list(BuildFilter filter, Optional<Long> cursor, int limit) {
    int size = Math.clamp(limit, 1, MAX_LIMIT);
    // One more than asked for tells whether there is another page.
    List<Build> builds =
        database.inTransaction(handle -> new BuildStore(handle).list(filter, cursor, size + 1));
    return builds.size() <= size
        ? new BuildPage(builds, Optional.empty())
        : new BuildPage(builds.subList(0, size), Optional.of(builds.get(size - 1).id()));
  }

  /**
   * What a script ran, or is going to run.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such build
   */
  public BuildInputs inputs(long id) {
    return database
        .withHandle(handle -> new BuildStore(handle).findInputs(id))
        .orElseThrow(() -> new NotFound("build", id));
  }

  /** What the script handed on, by name. */
  public Map<String, String> outputVariables(long id) {
    return database.withHandle(handle -> new BuildStore(handle).outputVariables(id));
  }

  /** The builds of the same project around this one. */
  public BuildNeighbours neighbours(Build build) {
    return database.withHandle(
        handle -> new NeighbourStore(handle).find(build.project().id(), build.id()));
  }

  /** How its triggers did, in the order in which they were fired. */
  public List<TriggerOutcome> triggerOutcomes(long id) {
    return database.withHandle(handle -> new TriggerOutcomeStore(handle).list(id));
  }

  /**
   * Why these builds wait, as a person reads it: "no worker is serving pool 'linux'". Builds that
   * don't wait are left out.
   */
  public Map<Long, String> waitingReasons(Collection<Build> builds) {
    List<Long> queued =
        builds.stream()
            .filter(build -> build.status() == BuildStatus.QUEUED)
            .map(Build::id)
            .toList();
    return queued.isEmpty()
        ? Map.of()
        : database.withHandle(handle -> new WaitingStore(handle).reasons(queued, unreachableAfter));
  }

  /** Why this build waits; empty when it does not. */
  public Optional<String> waitingReason(Build build) {
    return Optional.ofNullable(waitingReasons(List.of(build)).get(build.id()));
  }
}
