package io.vespene.jinja.conformance;

import java.util.Random;
import java.util.function.Supplier;

/** Random choices that are the same for the same seed. */
final class Choice {

  private final Random random;

  Choice(long seed) {
    this.random = new Random(seed);
  }

  /** A number from 0 to before the bound. */
  int number(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  String of(String... options) {
    return options[random.nextInt(options.length)];
  }

  @SafeVarargs
  final String from(Supplier<String>... options) {
    return options[random.nextInt(options.length)].get();
  }
}
