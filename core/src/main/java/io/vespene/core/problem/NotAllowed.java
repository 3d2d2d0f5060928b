package io.vespene.core.problem;

/** The caller is known, but may not do this. */
public final class NotAllowed extends VespeneException {
  public NotAllowed(String message) {
    super(message);
  }
}
