package io.vespene.core.testing;

import io.vespene.core.audit.Actor;

/** Who does things in tests, when it does not matter from where. */
public final class People {
  public static final Actor ALICE = Actor.system("alice");
  public static final Actor BOB = Actor.system("bob");

  private People() {}
}
