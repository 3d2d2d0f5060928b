package io.vespene.e2e.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what can only be seen by looking again: another process, a page, an API answer. */
public final class Await {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private Await() {}

  /** Returns as soon as the condition holds; fails when it does not within the limit. */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    present(
        what,
        limit,
        () -> condition.getAsBoolean() ? Optional.of(what) : Optional.empty(),
        () -> "");
  }

  /**
   * Returns the value as soon as there is one.
   *
   * @param explanation what the failure shows besides
   */
  public static <T> T present(
      String what, Duration limit, Supplier<Optional<T>> value, Supplier<String> explanation) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> found = value.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "Waited " + limit + " in vain for " + what + "\n" + explanation.get());
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
