package io.vespene.core.problem;

/** Somebody else changed it since it was read; nothing was changed. */
public final class StaleVersion extends VespeneException {
  public StaleVersion(String kind, String name) {
    super(kind + " '" + name + "' was changed by somebody else in the meantime");
  }
}
