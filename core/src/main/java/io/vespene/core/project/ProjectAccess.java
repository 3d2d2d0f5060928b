package io.vespene.core.project;

import java.util.List;

/**
 * How a project's builds get into its repository and elsewhere.
 *
 * @param sshKeys names of SSH keys, in the order in which they are offered
 * @param serviceLogin the name of a service login for the repository; empty for none
 * @param hostKeys lines of a {@code known_hosts} file, when only these keys of SSH servers are to
 *     be trusted in a checkout; empty to trust the key that a server shows first
 */
public record ProjectAccess(List<String> sshKeys, String serviceLogin, List<String> hostKeys) {
  /** Nothing but what everybody can reach. */
  public static final ProjectAccess NONE = new ProjectAccess(List.of(), "", List.of());

  public ProjectAccess {
    sshKeys = List.copyOf(sshKeys);
    hostKeys = List.copyOf(hostKeys);
  }
}
