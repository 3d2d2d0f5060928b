package io.vespene.worker.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The worker's own environment, of which builds see only what is named here.
 *
 * @param all every variable of the worker's process
 */
public record HostEnvironment(Map<String, String> all) {
  private static final List<String> FOR_SCRIPTS = List.of("PATH", "HOME", "LANG", "TZ");
  private static final List<String> FOR_COMMANDS =
      List.of(
          "PATH",
          "LANG",
          "TZ",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "DOCKER_HOST",
          "DOCKER_CONFIG",
          "CONTAINER_HOST");

  public HostEnvironment {
    all = Map.copyOf(all);
  }

  /** What a script may see. */
  public Map<String, String> forScripts() {
    return only(FOR_SCRIPTS);
  }

  /** What the commands of plugins may see. */
  public Map<String, String> forCommands() {
    return only(FOR_COMMANDS);
  }

  private Map<String, String> only(List<String> names) {
    var allowed = new HashMap<String, String>();
    for (String name : names) {
      String value = all.get(name);
      if (value != null) {
        allowed.put(name, value);
      }
    }
    allowed.putIfAbsent("PATH", SearchPath.DEFAULT);
    return Map.copyOf(allowed);
  }

  @Override
  public String toString() {
    return "HostEnvironment[" + all.size() + " variables]";
  }
}
