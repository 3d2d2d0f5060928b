package io.vespene.plugin;

import java.nio.file.Path;

/** Whether, and where, an isolated script can reach an agent that holds its SSH keys. */
public sealed interface AgentAccess {
  /** It can't: sockets of the worker's machine are out of its reach. */
  record Withheld() implements AgentAccess {}

  /** It runs as the worker's own user, and can use the agent of the checkout. */
  record Shared() implements AgentAccess {}

  /**
   * It runs as another user, so the agent must too: one refuses clients of other users.
   *
   * @param directory where that user's agent can have its socket. It is there once the script is
   *     isolated, is nobody else's, and is gone when the build is
   */
  record Apart(Path directory) implements AgentAccess {}
}
