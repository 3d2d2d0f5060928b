package io.vespene.core.build;

import java.util.Optional;

/**
 * Why and how a build is to be started.
 *
 * @param requestedBy a person's name, or what starts it
 * @param revision the full revision to be checked out; empty for the newest of the branch
 */
public record StartRequest(String requestedBy, Optional<String> revision) {
  public static StartRequest by(String requestedBy) {
    return new StartRequest(requestedBy, Optional.empty());
  }
}
