package io.vespene.core.problem;

/**
 * The request is fine, but not in the present state of things: a build has ended, a pool is used.
 */
public final class Conflict extends VespeneException {
  public Conflict(String message) {
    super(message);
  }
}
