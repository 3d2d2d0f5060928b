package io.vespene.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a checkout gets into its repository.
 *
 * @param agentSocket of an agent that holds the build's SSH keys; commands of the worker's own user
 *     can use it
 * @param login for the repository's own host, and no other
 * @param hostKeys the lines of a {@code known_hosts} file, when only these keys of SSH servers are
 *     to be trusted; empty to trust the key that a server shows first
 */
public record SourceAccess(
    Optional<Path> agentSocket, Optional<Login> login, List<String> hostKeys) {
  /** Everybody may read it. */
  public static final SourceAccess NONE =
      new SourceAccess(Optional.empty(), Optional.empty(), List.of());

  public SourceAccess {
    hostKeys = List.copyOf(hostKeys);
  }
}
