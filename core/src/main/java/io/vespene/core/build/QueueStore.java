package io.vespene.core.build;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.script.FinishedScript;
import io.vespene.core.script.ScriptFailure;
import io.vespene.core.secret.Keyset;
import io.vespene.core.variable.ResolvedVariable;
import io.vespene.core.variable.VariableMerge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The statements that put builds into the queue and take them out again without a worker. */
final class QueueStore {
  /**
   * A project that nobody else can change now.
   *
   * @param latestOnly whether its pool builds the latest only
   */
  record LockedProject(int version, boolean latestOnly) {}

  private final Handle handle;

  QueueStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Makes builds of this project queue one after the other, so that each sees those before it.
   *
   * @return empty if there is no such project
   */
  Optional<LockedProject> lockProject(long project) {
    return handle
        .createQuery(
            """
            SELECT p.version, w.build_latest_only
            FROM projects p JOIN worker_pools w ON w.id = p.worker_pool_id
            WHERE p.id = :project FOR NO KEY UPDATE OF p
            """)
        .bind("project", project)
        .map((row, _) ->
            new LockedProject(row.getInt("version"), row.getBoolean("build_latest_only")))
        .findOne();
  }

  /** Queues a build of the project as it is in the database, with the finished script. */
  QueuedBuild insert(long project, PreparedStart start, Keyset keyset) {
    FinishedScript script = start.script();
    QueuedBuild queued = insert(project, start);
    if (!script.variables().mask().hidesNothing()) {
      var secret =
          new SecretInputs(
              script.text(),
              script.variables().values(),
              script.variables().mask().texts(),
              start.answers().secret());
      putSecretInputs(queued.id(), secret.encrypt(keyset, queued.id()));
    }
    return queued;
  }

  private QueuedBuild insert(long project, PreparedStart start) {
    FinishedScript script = start.script();
    VariableMerge variables = script.variables();
    List<ResolvedVariable> shown = variables.shown();
    var values = new LinkedHashMap<String, @Nullable Object>();
    shown.forEach(variable -> values.put(variable.name(), variable.value()));
    return handle
        .createQuery(
            """
            WITH queued AS (
              INSERT INTO builds (project_id, worker_pool_id, priority, requested_by, retries_left,
                reason)
              SELECT id, worker_pool_id, priority, :requestedBy, retry_lost, :reason
              FROM projects WHERE id = :project
              RETURNING id, worker_pool_id
            ), inputs AS (
              INSERT INTO build_inputs (build_id, script, variables, origins, answers, failure, scm_type,
                repo_url, repo_branch, revision, submodules, container_base_image, timeout_minutes)
              SELECT q.id, :script, :variables::json, :origins::json, :answers::json, :failure,
                p.scm_type, p.repo_url, p.repo_branch, :revision, p.submodules, p.container_base_image, p.timeout_minutes
              FROM queued q, projects p WHERE p.id = :project
            )
            SELECT id, worker_pool_id FROM queued
            """)
        .bind("project", project)
        .bind("requestedBy", start.request().actor().name())
        .bind("reason", script.failure().map(ScriptFailure::reason))
        .bind("script", script.shownText())
        .bind("variables", JsonColumn.write(values))
        .bind("origins", OriginColumn.write(shown))
        .bind("answers", JsonColumn.write(start.answers().shown()))
        .bind("failure", script.failure().map(ScriptFailure::picture))
        .bind("revision", start.request().revision())
        .map((row, _) -> new QueuedBuild(row.getLong("id"), row.getLong("worker_pool_id")))
        .one();
  }

  private void putSecretInputs(long build, byte[] encrypted) {
    handle
        .createUpdate(
            """
            UPDATE build_inputs SET secret_inputs = :encrypted, secret_inputs_of = :build
            WHERE build_id = :build
            """)
        .bind("encrypted", encrypted)
        .bind("build", build)
        .execute();
  }

  /**
   * Ends older queued builds of the project, but for those that a worker is just taking, and those
   * that failed already and only wait for their triggers.
   *
   * @return the builds that it ended
   */
  List<Long> supersede(long project, long by) {
    return handle
        .createQuery(
            """
            UPDATE builds SET status = 'ABORTED', ended_at = now(), superseded_by = :by,
              reason = 'superseded by build ' || :by
            WHERE id IN (
              SELECT id FROM builds
              WHERE project_id = :project AND ended_at IS NULL AND status = 'QUEUED'
                AND worker_id IS NULL AND reason IS NULL AND id < :by
              FOR UPDATE SKIP LOCKED)
            RETURNING id
            """)
        .bind("project", project)
        .bind("by", by)
        .mapTo(Long.class)
        .list();
  }

  /**
   * Queues a lost build anew, if it may be, and if no newer one makes it superfluous.
   *
   * @return the new build
   */
  Optional<QueuedBuild> retry(long lost) {
    return handle
        .createQuery(
            """
            WITH queued AS (
              INSERT INTO builds (project_id, worker_pool_id, priority, requested_by, retries_left,
                retry_of)
              SELECT b.project_id, b.worker_pool_id, b.priority, b.requested_by, b.retries_left - 1,
                b.id
              FROM builds b JOIN worker_pools w ON w.id = b.worker_pool_id
              WHERE b.id = :lost AND b.retries_left > 0 AND b.stop_requested_at IS NULL
                AND EXISTS (SELECT FROM build_inputs i WHERE i.build_id = b.id AND i.failure IS NULL)
                AND NOT (w.build_latest_only AND EXISTS (
                  SELECT FROM builds newer
                  WHERE newer.project_id = b.project_id AND newer.ended_at IS NULL
                    AND newer.status = 'QUEUED' AND newer.id > b.id))
              RETURNING id, worker_pool_id
            ), inputs AS (
              INSERT INTO build_inputs (build_id, script, variables, origins, answers, secret_inputs,
                secret_inputs_of, scm_type, repo_url, repo_branch, revision, submodules,
                container_base_image, timeout_minutes)
              SELECT q.id, i.script, i.variables, i.origins, i.answers, i.secret_inputs,
                i.secret_inputs_of, i.scm_type, i.repo_url,
                i.repo_branch, i.revision, i.submodules, i.container_base_image, i.timeout_minutes
              FROM queued q, build_inputs i WHERE i.build_id = :lost
            )
            SELECT id, worker_pool_id FROM queued
            """)
        .bind("lost", lost)
        .map((row, _) -> new QueuedBuild(row.getLong("id"), row.getLong("worker_pool_id")))
        .findOne();
  }

  /**
   * Ends builds that no worker took in the time their pool allows. Those that had failed already
   * end as that, without their triggers.
   *
   * @return the builds that it ended
   */
  List<Long> orphanOverdue() {
    return handle
        .createQuery(
            """
            UPDATE builds b SET ended_at = now(),
              status = CASE WHEN b.reason IS NULL THEN 'ORPHANED' ELSE 'FAILURE' END,
              reason = coalesce(b.reason, 'waited longer than '
                || CASE WHEN w.auto_abort_minutes % 60 = 0 THEN w.auto_abort_minutes / 60 || ' h'
                        ELSE w.auto_abort_minutes || ' min' END
                || ' for a worker')
            FROM worker_pools w
            WHERE w.id = b.worker_pool_id AND b.status = 'QUEUED' AND b.worker_id IS NULL
              AND b.queued_at < now() - make_interval(mins => w.auto_abort_minutes)
            RETURNING b.id
            """)
        .mapTo(Long.class)
        .list();
  }

  /** A pool in which a build of this project waits for its turn. */
  Optional<Long> findPoolWithWaiting(long project) {
    return handle
        .createQuery(
            """
            SELECT worker_pool_id FROM builds
            WHERE project_id = :project AND ended_at IS NULL AND status = 'QUEUED'
              AND worker_id IS NULL
            LIMIT 1
            """)
        .bind("project", project)
        .mapTo(Long.class)
        .findOne();
  }
}
