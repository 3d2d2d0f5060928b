package io.vespene.worker.build;

import io.vespene.plugin.AgentAccess;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Lets an isolated script use the build's SSH keys, in the way that its isolation has for it.
 *
 * @param access nothing when the build has no keys
 */
record ScriptAgent(Optional<AgentAccess> access) {
  static ScriptAgent of(BuildWork work, Isolation isolation) {
    return new ScriptAgent(work.findAgentSocket().map(_ -> isolation.agentAccess(work.traces())));
  }

  /** What the script finds in {@code SSH_AUTH_SOCK}. */
  Optional<Path> socket(BuildWork work) {
    return access.flatMap(way ->
        switch (way) {
          case AgentAccess.Withheld() -> Optional.empty();
          case AgentAccess.Shared() -> work.findAgentSocket();
          case AgentAccess.Apart(Path directory) -> Optional.of(SshAgent.socketIn(directory));
        });
  }

  /** Called when the script's place is there. */
  void start(BuildWork work, IsolatedBuild place) throws PhaseFailed, InterruptedException {
    if (access.isEmpty()) {
      return;
    }
    switch (access.get()) {
      case AgentAccess.Withheld() ->
          work.log().say("SSH keys are for the checkout only: scripts can't use them here.");
      case AgentAccess.Shared() -> {
        // The checkout's agent does for both.
      }
      case AgentAccess.Apart(Path directory) -> {
        var _ = SshAgent.start(work, directory, place::beside);
      }
    }
  }
}
