package io.vespene.core.project;

import io.vespene.core.problem.InvalidInput;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The statements about what projects may use to get in. */
final class ProjectAccessStore {
  private final Handle handle;

  ProjectAccessStore(Handle handle) {
    this.handle = handle;
  }

  /** Those of these names that SSH keys have. */
  Set<String> knownKeys(Collection<String> names) {
    return new HashSet<>(
        handle
            .createQuery("SELECT name FROM ssh_keys WHERE name = ANY(:names)")
            .bindArray("names", String.class, names.toArray())
            .mapTo(String.class)
            .list());
  }

  boolean isKnownLogin(String name) {
    return handle
        .createQuery("SELECT EXISTS (SELECT FROM service_logins WHERE name = :name)")
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Keeps the login from being deleted until the transaction ends.
   *
   * @param name of a service login; nothing happens when it is empty
   * @throws InvalidInput if it was deleted since the draft was checked
   */
  void holdLogin(String name) {
    boolean held =
        handle
            .createQuery("SELECT id FROM service_logins WHERE name = :name FOR KEY SHARE")
            .bind("name", name)
            .mapTo(Long.class)
            .findOne()
            .isPresent();
    if (!held && !name.isEmpty()) {
      throw new InvalidInput("service_login", AccessRules.LOGIN_NAME);
    }
  }

  /**
   * Attaches exactly these keys, in this order.
   *
   * @throws InvalidInput if one of them was deleted since the draft was checked
   */
  void replaceKeys(long project, List<String> names) {
    handle
        .createUpdate("DELETE FROM project_ssh_keys WHERE project_id = :project")
        .bind("project", project)
        .execute();
    int attached =
        handle
            .createUpdate(
                """
                INSERT INTO project_ssh_keys (project_id, position, ssh_key_id)
                SELECT :project, given.position, k.id
                FROM unnest(:names::text[]) WITH ORDINALITY AS given (name, position)
                JOIN ssh_keys k ON k.name = given.name
                """)
            .bind("project", project)
            .bindArray("names", String.class, names.toArray())
            .execute();
    if (attached < names.size()) {
      throw new InvalidInput("ssh_keys", AccessRules.KEY_NAMES);
    }
  }
}
