package io.vespene.core.build;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.database.TextArray;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.KnownFailure;
import io.vespene.protocol.worker.ProjectReference;
import io.vespene.protocol.worker.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts together what a worker needs to run a build. */
final class AssignmentStore {
  private final Handle handle;
  private final EngineSettings settings;
  private final ProjectSecrets secrets;

  AssignmentStore(Handle handle, EngineSettings settings, ProjectSecrets secrets) {
    this.handle = handle;
    this.settings = settings;
    this.secrets = secrets;
  }

  /**
   * Of those builds that are being handed over now.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the secrets of one can't be decrypted
   */
  List<Assignment> list(Collection<Long> builds) {
    return handle
        .createQuery(
            """
            SELECT b.id, b.claim_epoch, b.project_id, p.name AS project_name, b.requested_by,
                   b.reason, i.script, i.variables, i.secret_inputs, i.secret_inputs_of, i.failure,
                   i.scm_type, i.repo_url, i.repo_branch, i.revision,
                   i.submodules, i.container_base_image, i.timeout_minutes, p.host_keys,
                   p.service_login_id IS NOT NULL AS has_login,
                   EXISTS (SELECT FROM project_ssh_keys k WHERE k.project_id = p.id) AS has_keys,
                   w.isolation, w.sudo_user, w.allowed_images, w.container_cpus,
                   w.container_memory_mib, w.container_pids, w.container_network,
                   w.directory_permissions, w.log_limit_bytes
            FROM builds b
            JOIN projects p ON p.id = b.project_id
            JOIN worker_pools w ON w.id = b.worker_pool_id
            JOIN build_inputs i ON i.build_id = b.id
            WHERE b.id = ANY(:builds) AND b.status = 'QUEUED' AND b.worker_id IS NOT NULL
            ORDER BY b.priority DESC, b.id
            """)
        .bindArray("builds", Long.class, builds.toArray())
        .map((row, _) -> assignment(row))
        .list();
  }

  // The compiler doesn't find the annotation of a record's type argument in a class file.
  @SuppressWarnings("NullAway")
  private Assignment assignment(ResultSet row) throws SQLException {
    long build = row.getLong("id");
    var project = new ProjectReference(row.getLong("project_id"), row.getString("project_name"));
    SecretInputs inputs = inputs(row);
    String reason = row.getString("reason");
    return new Assignment(
        build,
        row.getInt("claim_epoch"),
        project,
        row.getString("requested_by"),
        inputs.script(),
        inputs.variables(),
        environment(build, project),
        new Source(
            row.getString("scm_type"),
            row.getString("repo_url"),
            row.getString("repo_branch"),
            Optional.ofNullable(row.getString("revision")),
            row.getBoolean("submodules"),
            // Most projects have neither login nor keys, and pay for no look-up.
            row.getBoolean("has_login")
                ? secrets.serviceLogins().materialFor(handle, project.id())
                : Optional.empty(),
            TextArray.read(row.getArray("host_keys")),
            settings.checkoutTimeout().toSeconds()),
        row.getBoolean("has_keys")
            ? secrets.sshKeys().materialFor(handle, project.id())
            : List.of(),
        inputs.texts(),
        isolation(row),
        row.getInt("directory_permissions"),
        row.getInt("timeout_minutes") * 60L,
        row.getLong("log_limit_bytes"),
        Optional.ofNullable(row.getString("failure"))
            .map(details -> new KnownFailure(reason, details)));
  }

  private SecretInputs inputs(ResultSet row) throws SQLException {
    byte[] encrypted = row.getBytes("secret_inputs");
    return encrypted == null
        ? new SecretInputs(
            row.getString("script"),
            JsonColumn.read(row.getString("variables")),
            List.of(),
            Map.of())
        : SecretInputs.decrypt(encrypted, secrets.keyset(), row.getLong("secret_inputs_of"));
  }

  private Map<String, String> environment(long build, ProjectReference project) {
    return Map.of(
        "CI", "true",
        "VESPENE", "true",
        "VESPENE_BUILD_ID", Long.toString(build),
        "VESPENE_PROJECT", project.name(),
        "VESPENE_URL", settings.publicUrl().toString());
  }

  private static IsolationChoice isolation(ResultSet row) throws SQLException {
    String type = row.getString("isolation");
    return new IsolationChoice(
        type,
        switch (type) {
          case "sudo" -> Map.of("sudo_user", row.getString("sudo_user"));
          case "basic_container" ->
              Map.of(
                  "image", row.getString("container_base_image"),
                  "allowed_images",
                      String.join("\n", TextArray.read(row.getArray("allowed_images"))),
                  "cpus", Double.toString(row.getDouble("container_cpus")),
                  "memory_mib", Integer.toString(row.getInt("container_memory_mib")),
                  "pids", Integer.toString(row.getInt("container_pids")),
                  "network", Boolean.toString(row.getBoolean("container_network")));
          default -> Map.of();
        });
  }
}
