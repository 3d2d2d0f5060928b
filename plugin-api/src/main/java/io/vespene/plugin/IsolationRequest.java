package io.vespene.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A script that is to be isolated.
 *
 * @param traces which build it is, and where
 * @param script the script, in the working directory, executable and beginning with an interpreter
 *     line
 * @param environment what the script must find in its environment, the cookie included
 * @param timeLimit how long the script may run
 */
public record IsolationRequest(
    IsolationTraces traces, Path script, Map<String, String> environment, Duration timeLimit) {
  public IsolationRequest {
    environment = Map.copyOf(environment);
  }

  @Override
  public String toString() {
    // The environment may hold secrets.
    return "IsolationRequest[build=" + traces.build() + ", script=" + script + "]";
  }
}
