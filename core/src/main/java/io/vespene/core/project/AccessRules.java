package io.vespene.core.project;

import io.vespene.core.problem.FieldErrors;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keys and passwords a project may name. */
final class AccessRules {
  static final String KEY_NAMES = "must be names of SSH keys";
  static final String LOGIN_NAME = "must be the name of a service login, or empty";
  private static final int MAX_KEYS = 100;
  private static final int MAX_HOST_KEYS = 100;

  private AccessRules() {}

  /** Notes everything that is wrong, whatever else exists. */
  static void check(ProjectAccess access, FieldErrors errors) {
    List<String> keys = access.sshKeys();
    errors
        .require(keys.stream().noneMatch(AccessRules::holdsNul), "ssh_keys", KEY_NAMES)
        .require(Set.copyOf(keys).size() == keys.size(), "ssh_keys", "must not repeat a key")
        .require(keys.size() <= MAX_KEYS, "ssh_keys", "must be at most " + MAX_KEYS)
        .require(!holdsNul(access.serviceLogin()), "service_login", LOGIN_NAME)
        .require(
            access.hostKeys().size() <= MAX_HOST_KEYS,
            "host_keys",
            "must be at most " + MAX_HOST_KEYS + " lines");
    access.hostKeys().stream()
        .map(HostKeyLine::problem)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(problem -> errors.require(false, "host_keys", problem));
  }

  /** Notes what does not exist. */
  static void checkExistence(ProjectAccess access, ProjectAccessStore store, FieldErrors errors) {
    // PostgreSQL can't even be asked for a text with NUL; that was noted before.
    List<String> keys = access.sshKeys().stream().filter(name -> !holdsNul(name)).toList();
    if (!keys.isEmpty()) {
      errors.require(store.knownKeys(keys).containsAll(keys), "ssh_keys", KEY_NAMES);
    }
    String login = access.serviceLogin();
    if (!login.isEmpty() && !holdsNul(login)) {
      errors.require(store.isKnownLogin(login), "service_login", LOGIN_NAME);
    }
  }

  private static boolean holdsNul(String text) {
    return text.indexOf('\0') >= 0;
  }
}
