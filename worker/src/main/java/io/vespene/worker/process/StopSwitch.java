package io.vespene.worker.process;

import java.util.concurrent.CompletableFuture;

/** Tells all that works for a build that it is to end. Can be thrown once, by anybody. */
public final class StopSwitch {
  private final CompletableFuture<Void> thrown = new CompletableFuture<>();

  /** A switch that nobody throws. */
  public static StopSwitch never() {
    return new StopSwitch();
  }

  public void throwIt() {
    thrown.complete(null);
  }

  public boolean isThrown() {
    return thrown.isDone();
  }

  /** Complete as soon as the switch is thrown. */
  public CompletableFuture<Void> whenThrown() {
    return thrown.copy();
  }
}
