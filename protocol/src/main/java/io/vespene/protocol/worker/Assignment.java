package io.vespene.protocol.worker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a worker needs to run one build; nothing is asked for later.
 *
 * @param build the build's number, which also names its directory
 * @param requestedBy who or what started it, for triggers to tell
 * @param script the finished text of the script, beginning with an interpreter line
 * @param variables what {@code vespene.json} will hold: JSON-like values only
 * @param environment variables for the script, beyond those that the worker sets itself
 * @param sshKeys for the checkout and the script
 * @param secrets texts that must not reach the log, in no form
 * @param directoryPermissions of the build's working directory, as an octal number such as 0770
 * @param timeoutSeconds how long the script may run
 * @param logLimitBytes output beyond this is dropped, with a notice
 * @param failure why nothing of it is to be run but the failure triggers
 */
public record Assignment(
    long build,
    int epoch,
    ProjectReference project,
    String requestedBy,
    String script,
    Map<String, @Nullable Object> variables,
    Map<String, String> environment,
    Source source,
    List<KeyMaterial> sshKeys,
    List<String> secrets,
    IsolationChoice isolation,
    int directoryPermissions,
    long timeoutSeconds,
    long logLimitBytes,
    Optional<KnownFailure> failure) {
  public Assignment {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    environment = Map.copyOf(environment);
    sshKeys = List.copyOf(sshKeys);
    secrets = List.copyOf(secrets);
  }

  /**
   * Everything that must not reach the log, in no form: unlock passwords, the login's password, and
   * {@link #secrets}.
   */
  public Set<String> allSecrets() {
    var all = new LinkedHashSet<>(secrets);
    sshKeys.forEach(key -> key.unlockPassword().ifPresent(all::add));
    source.login().ifPresent(login -> all.add(login.password()));
    all.removeIf(String::isEmpty);
    return Collections.unmodifiableSet(all);
  }

  @Override
  public String toString() {
    // Script, variables and environment may hold secrets.
    return "Assignment[build=" + build + ", epoch=" + epoch + ", project=" + project.name() + "]";
  }
}
