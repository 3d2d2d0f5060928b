package io.vespene.worker.build;

import io.vespene.plugin.IsolationTraces;
import io.vespene.protocol.worker.Assignment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a script finds in its environment. */
final class ScriptEnvironment {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private ScriptEnvironment() {}

  /** Everything, by name; the worker's own word beats the assignment's. */
  static Map<String, String> of(BuildWork work, Optional<Path> agentSocket) throws PhaseFailed {
    Assignment assignment = work.assignment();
    var environment = new LinkedHashMap<>(work.bench().host().forScripts());
    environment.put("VESPENE_URL", work.bench().server().currentServer().toString());
    environment.putAll(assignment.environment());
    environment.put("CI", "true");
    environment.put("VESPENE", "true");
    environment.put("VESPENE_BUILD_ID", Long.toString(assignment.build()));
    environment.put("VESPENE_PROJECT", assignment.project().name());
    environment.put("VESPENE_REVISION", work.source().revision());
    environment.put("VESPENE_BRANCH", work.source().branch());
    environment.put("VESPENE_BUILD_ROOT", work.bench().buildRoot().toString());
    environment.put(IsolationTraces.COOKIE_VARIABLE, work.cookieValue());
    // Nobody else's word counts: a socket that the script was not given may be another's.
    environment.remove("SSH_AUTH_SOCK");
    agentSocket.ifPresent(socket -> environment.put("SSH_AUTH_SOCK", socket.toString()));
    requireValid(environment);
    return environment;
  }

  private static void requireValid(Map<String, String> environment) throws PhaseFailed {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      boolean valid =
          NAME.matcher(variable.getKey()).matches() && variable.getValue().indexOf('\0') < 0;
      if (!valid) {
        String reason = "not a variable of an environment: " + variable.getKey();
        throw new PhaseFailed(BuildWork.failure(reason));
      }
    }
  }
}
