package io.vespene.core.build;

import io.vespene.core.audit.Actor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why and how a build is to be started.
 *
 * @param actor who starts it, or what
 * @param revision the full revision to be checked out; empty for the newest of the branch
 * @param answers to the project's launch questions, JSON values by variable; those left out take
 *     their defaults
 */
public record StartRequest(
    Actor actor, Optional<String> revision, Map<String, @Nullable Object> answers) {
  public StartRequest {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** With the newest revision, and default answers. */
  public static StartRequest by(Actor actor) {
    return new StartRequest(actor, Optional.empty(), Map.of());
  }

  @Override
  public String toString() {
    // The answers may be secret.
    return "StartRequest[actor=" + actor + ", revision=" + revision + "]";
  }
}
