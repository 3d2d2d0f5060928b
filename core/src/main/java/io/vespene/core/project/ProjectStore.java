package io.vespene.core.project;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.database.TextArray;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.core.variable.VariableSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements about projects. */
final class ProjectStore {
  private final Handle handle;

  ProjectStore(Handle handle) {
    this.handle = handle;
  }

  /** Its number; empty if the name is taken. Needs a transaction. */
  Optional<Long> insert(ProjectDraft draft, long pool, String createdBy) {
    new ProjectAccessStore(handle).holdLogin(draft.access().serviceLogin());
    Optional<Long> id = insertRow(draft, pool, createdBy);
    id.ifPresent(project -> {
      attach(project, draft.variables().sets());
      new ProjectAccessStore(handle).replaceKeys(project, draft.access().sshKeys());
    });
    return id;
  }

  private Optional<Long> insertRow(ProjectDraft draft, long pool, String createdBy) {
    return bind(
            draft,
            pool,
            handle
                .createQuery(
                    """
                    INSERT INTO projects (name, description, scm_type, repo_url, repo_branch,
                      submodules, script, container_base_image, timeout_minutes, priority,
                      max_running, retry_lost, variables, worker_pool_id, service_login_id,
                      host_keys, pipeline_id, stage_id, pipeline_enabled, launch_questions,
                      created_by)
                    VALUES (:name, :description, :scmType, :repoUrl, :repoBranch, :submodules,
                      :script, :containerBaseImage, :timeoutMinutes, :priority,
                      :maxRunning, :retryLost, :variables::json, :pool,
                      (SELECT id FROM service_logins WHERE name = :serviceLogin), :hostKeys,
                      (SELECT id FROM pipelines WHERE name = :pipeline),
                      (SELECT id FROM stages WHERE name = :stage), :pipelineEnabled,
                      :questions::json, :createdBy)
                    ON CONFLICT (name) DO NOTHING
                    RETURNING id
                    """)
                .bind("createdBy", createdBy))
        .mapTo(Long.class)
        .findOne();
  }

  /** Whether it still was of this version. Needs a transaction. */
  boolean update(long id, int version, ProjectDraft draft, long pool) {
    new ProjectAccessStore(handle).holdLogin(draft.access().serviceLogin());
    if (!updateRow(id, version, draft, pool)) {
      return false;
    }
    handle
        .createUpdate("DELETE FROM project_variable_sets WHERE project_id = :id")
        .bind("id", id)
        .execute();
    attach(id, draft.variables().sets());
    new ProjectAccessStore(handle).replaceKeys(id, draft.access().sshKeys());
    return true;
  }

  private boolean updateRow(long id, int version, ProjectDraft draft, long pool) {
    return bind(
                draft,
                pool,
                handle
                    .createUpdate(
                        """
                        UPDATE projects SET name = :name, description = :description,
                          scm_type = :scmType, repo_url = :repoUrl, repo_branch = :repoBranch,
                          submodules = :submodules, script = :script,
                          container_base_image = :containerBaseImage,
                          timeout_minutes = :timeoutMinutes, priority = :priority,
                          max_running = :maxRunning, retry_lost = :retryLost,
                          variables = :variables::json, worker_pool_id = :pool,
                          service_login_id =
                            (SELECT id FROM service_logins WHERE name = :serviceLogin),
                          host_keys = :hostKeys, launch_questions = :questions::json,
                          pipeline_id = (SELECT id FROM pipelines WHERE name = :pipeline),
                          stage_id = (SELECT id FROM stages WHERE name = :stage),
                          pipeline_enabled = :pipelineEnabled,
                          version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                    .bind("id", id)
                    .bind("version", version))
            .execute()
        == 1;
  }

  private void attach(long project, List<String> sets) {
    int attached =
        handle
            .createUpdate(
                """
                INSERT INTO project_variable_sets (project_id, variable_set_id, position)
                SELECT :project, s.id, given.position
                FROM unnest(:sets::text[]) WITH ORDINALITY AS given (name, position)
                JOIN variable_sets s ON s.name = given.name
                """)
            .bind("project", project)
            .bindArray("sets", String.class, sets.toArray())
            .execute();
    VariableSets.requireAttached(attached, sets);
  }

  /** Locks the project against new builds and hand-overs; its name, if it exists. */
  Optional<String> lock(long id) {
    return handle
        .createQuery("SELECT name FROM projects WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  boolean hasOpenBuilds(long id) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT FROM builds WHERE project_id = :id AND ended_at IS NULL)")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  void delete(long id) {
    handle.createUpdate("DELETE FROM projects WHERE id = :id").bind("id", id).execute();
  }

  Optional<Project> find(long id) {
    return handle
        .createQuery(
            """
            SELECT p.*, w.name AS pool_name, ARRAY(
                SELECT s.name
                FROM project_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.project_id = p.id ORDER BY a.position) AS variable_sets,
              ARRAY(
                SELECT k.name
                FROM project_ssh_keys a JOIN ssh_keys k ON k.id = a.ssh_key_id
                WHERE a.project_id = p.id ORDER BY a.position) AS ssh_keys,
              (SELECT name FROM service_logins WHERE id = p.service_login_id) AS service_login,
              (SELECT name FROM pipelines WHERE id = p.pipeline_id) AS pipeline,
              (SELECT name FROM stages WHERE id = p.stage_id) AS stage
            FROM projects p JOIN worker_pools w ON w.id = p.worker_pool_id WHERE p.id = :id
            """)
        .bind("id", id)
        .map((row, _) -> project(row))
        .findOne();
  }

  Optional<Project> find(String name) {
    return handle
        .createQuery(
            """
            SELECT p.*, w.name AS pool_name, ARRAY(
                SELECT s.name
                FROM project_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.project_id = p.id ORDER BY a.position) AS variable_sets,
              ARRAY(
                SELECT k.name
                FROM project_ssh_keys a JOIN ssh_keys k ON k.id = a.ssh_key_id
                WHERE a.project_id = p.id ORDER BY a.position) AS ssh_keys,
              (SELECT name FROM service_logins WHERE id = p.service_login_id) AS service_login,
              (SELECT name FROM pipelines WHERE id = p.pipeline_id) AS pipeline,
              (SELECT name FROM stages WHERE id = p.stage_id) AS stage
            FROM projects p JOIN worker_pools w ON w.id = p.worker_pool_id WHERE p.name = :name
            """)
        .bind("name", name)
        .map((row, _) -> project(row))
        .findOne();
  }

  private static <S extends SqlStatement<S>> S bind(ProjectDraft draft, long pool, S statement) {
    return statement
        .bind("name", draft.name())
        .bind("description", draft.description())
        .bind("scmType", draft.scmType())
        .bind("repoUrl", draft.repoUrl())
        .bind("repoBranch", draft.repoBranch())
        .bind("submodules", draft.submodules())
        .bind("script", draft.script())
        .bind("containerBaseImage", draft.containerBaseImage())
        .bind("timeoutMinutes", draft.timeoutMinutes())
        .bind("priority", draft.priority())
        .bind("maxRunning", draft.maxRunning())
        .bind("retryLost", draft.retryLost())
        .bind("variables", JsonColumn.write(draft.variables().own()))
        .bind("pool", pool)
        .bind("serviceLogin", draft.access().serviceLogin())
        .bindArray("hostKeys", String.class, draft.access().hostKeys().toArray())
        .bind("pipeline", draft.place().pipeline())
        .bind("stage", draft.place().stage())
        .bind("pipelineEnabled", draft.place().enabled())
        .bind("questions", JsonColumn.write(draft.questions().written()));
  }

  private static Project project(ResultSet row) throws SQLException {
    return new Project(
        row.getLong("id"),
        new ProjectDraft(
            row.getString("name"),
            row.getString("description"),
            row.getString("scm_type"),
            row.getString("repo_url"),
            row.getString("repo_branch"),
            row.getBoolean("submodules"),
            row.getString("script"),
            row.getString("container_base_image"),
            row.getInt("timeout_minutes"),
            row.getInt("priority"),
            row.getInt("max_running"),
            row.getInt("retry_lost"),
            new ObjectVariables(
                JsonColumn.read(row.getString("variables")),
                TextArray.read(row.getArray("variable_sets"))),
            row.getString("pool_name"),
            access(row),
            place(row),
            new LaunchQuestions(JsonColumn.readObjects(row.getString("launch_questions")))),
        row.getLong("worker_pool_id"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }

  private static ProjectAccess access(ResultSet row) throws SQLException {
    return new ProjectAccess(
        TextArray.read(row.getArray("ssh_keys")),
        Objects.requireNonNullElse(row.getString("service_login"), ""),
        TextArray.read(row.getArray("host_keys")));
  }

  private static PipelinePlace place(ResultSet row) throws SQLException {
    return new PipelinePlace(
        Objects.requireNonNullElse(row.getString("pipeline"), ""),
        Objects.requireNonNullElse(row.getString("stage"), ""),
        row.getBoolean("pipeline_enabled"));
  }
}
