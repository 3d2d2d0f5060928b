package io.vespene.core.build;

import io.vespene.core.audit.Actor;
import java.util.Optional;

/**
 * Why and how a build is to be started.
 *
 * @param actor who starts it, or what
 * @param revision the full revision to be checked out; empty for the newest of the branch
 */
public record StartRequest(Actor actor, Optional<String> revision) {
  public static StartRequest by(Actor actor) {
    return new StartRequest(actor, Optional.empty());
  }
}
