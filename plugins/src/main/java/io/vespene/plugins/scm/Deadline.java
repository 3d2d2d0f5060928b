package io.vespene.plugins.scm;

import io.vespene.plugin.CheckoutFailed;
import java.time.Duration;

/** The time that all commands of a checkout have together. */
final class Deadline {
  private final Duration limit;
  private final long startNanos = System.nanoTime();

  Deadline(Duration limit) {
    this.limit = limit;
  }

  /**
   * What is left of it; positive.
   *
   * @throws CheckoutFailed if nothing is
   */
  Duration left() throws CheckoutFailed {
    Duration left = limit.minus(Duration.ofNanos(System.nanoTime() - startNanos));
    if (!left.isPositive()) {
      throw over();
    }
    return left;
  }

  CheckoutFailed over() {
    return new CheckoutFailed("it took longer than " + limit.toSeconds() + " s");
  }
}
