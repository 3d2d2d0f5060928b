package io.vespene.core.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Something that has to be done again and again, by one server at a time.
 *
 * @param name unique; names the advisory lock too
 * @param work is told since when this has been done without a pause that was noticeable: before
 *     that, no server ran
 */
public record Duty(String name, Duration every, Consumer<Instant> work) {
  public static Duty of(String name, Duration every, Runnable work) {
    return new Duty(name, every, _ -> work.run());
  }
}
