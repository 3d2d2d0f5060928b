package io.vespene.server.view;

import io.vespene.core.log.LogSection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long each phase of a build took, as parts of one bar.
 *
 * @param total from the first phase's beginning to the last one's end
 */
public record Phases(List<Phase> all, Duration total) {
  /** The length of the whole bar. */
  public static final int WIDTH = 1000;

  /** No phases. */
  public static final Phases NONE = new Phases(List.of(), Duration.ZERO);

  /** So that a short phase can be seen. */
  private static final int NARROWEST = 4;

  private static final int TONES = 6;

  public Phases {
    all = List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param firstLine where it begins in the log
   * @param start where it begins in the bar
   * @param tone from 1; neighbours differ
   */
  public record Phase(
      String title,
      Duration length,
      boolean failed,
      long firstLine,
      int start,
      int width,
      int tone) {}

  /**
   * Draws the sections of a log.
   *
   * @param now the end of the one that has not ended
   */
  public static Phases of(List<LogSection> sections, Instant now) {
    if (sections.isEmpty()) {
      return NONE;
    }
    Instant begin = sections.getFirst().startedAt();
    Instant end = begin;
    for (LogSection section : sections) {
      Instant ended = section.endedAt().orElse(now);
      end = ended.isAfter(end) ? ended : end;
    }
    Duration total = Duration.between(begin, end);
    var phases = new ArrayList<Phase>();
    for (LogSection section : sections) {
      Duration length = Duration.between(section.startedAt(), section.endedAt().orElse(now));
      int start = Math.clamp(share(Duration.between(begin, section.startedAt()), total), 0, WIDTH);
      phases.add(
          new Phase(
              section.title(),
              length,
              section.failure().isPresent(),
              section.firstLine(),
              Math.min(start, WIDTH - NARROWEST),
              Math.clamp(share(length, total), NARROWEST, WIDTH),
              1 + phases.size() % TONES));
    }
    return new Phases(phases, total);
  }

  private static long share(Duration part, Duration total) {
    return total.isZero() ? 0 : part.toNanos() * WIDTH / total.toNanos();
  }
}
