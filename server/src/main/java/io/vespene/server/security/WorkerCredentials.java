package io.vespene.server.security;

import java.util.Optional;

/** The enrolled workers. */
@FunctionalInterface
public interface WorkerCredentials {
  /** The worker to whom this credential was given. */
  Optional<WorkerIdentity> find(String credential);
}
