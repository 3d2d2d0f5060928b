package io.vespene.jinja.conformance;

import java.util.Random;
import java.util.function.Supplier;

/** Random choices that are the same for the same seed. */
public final class Choice {

  private final Random random;

  public Choice(long seed) {
    this.random = new Random(seed);
  }

  /** A number from 0 to before the bound. */
  public int number(int bound) {
    return random.nextInt(bound);
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public String of(String... options) {
    return options[random.nextInt(options.length)];
  }

  @SafeVarargs
  public final String from(Supplier<String>... options) {
    return options[random.nextInt(options.length)].get();
  }
}
