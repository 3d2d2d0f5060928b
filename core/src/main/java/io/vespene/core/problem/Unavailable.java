package io.vespene.core.problem;

/** The database can't be reached just now; the same request may succeed later. */
public final class Unavailable extends VespeneException {
  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
