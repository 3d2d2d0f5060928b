package io.vespene.server.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Times as people read them. {@code js/times.js} says the same words and keeps them true while a
 * page is open.
 */
public final class TimeText {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final Duration SHORTEST_AGO = Duration.ofSeconds(10);
  private static final Duration LONGEST_AGO = Duration.ofDays(30);

  private TimeText() {}

  /** How long ago, as "3 min ago"; the day, when it is over a month. */
  public static String ago(Instant at) {
    return ago(at, Instant.now());
  }

  static String ago(Instant at, Instant now) {
    Duration age = Duration.between(at, now);
    if (age.compareTo(SHORTEST_AGO) < 0) {
      return "just now";
    }
    if (age.compareTo(Duration.ofMinutes(1)) < 0) {
      return age.toSeconds() + " s ago";
    }
    if (age.compareTo(Duration.ofHours(1)) < 0) {
      return age.toMinutes() + " min ago";
    }
    if (age.compareTo(Duration.ofDays(1)) < 0) {
      return age.toHours() + " h ago";
    }
    if (age.compareTo(LONGEST_AGO) < 0) {
      return age.toDays() == 1 ? "1 day ago" : age.toDays() + " days ago";
    }
    return DAY.format(at);
  }

  /** The time to the second, in UTC. */
  public static String exact(Instant at) {
    return EXACT.format(at);
  }

  /** As machines read it, to the millisecond. */
  public static String machine(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** A length of time in its two largest units: "850 ms", "4.2 s", "3 min 07 s", "2 h 05 min". */
  public static String duration(Duration length) {
    if (length.isNegative()) {
      return "0 s";
    }
    if (length.compareTo(Duration.ofSeconds(1)) < 0) {
      return length.toMillis() + " ms";
    }
    if (length.compareTo(Duration.ofSeconds(10)) < 0) {
      return "%d.%d s".formatted(length.toSeconds(), length.toMillisPart() / 100);
    }
    if (length.compareTo(Duration.ofMinutes(1)) < 0) {
      return length.toSeconds() + " s";
    }
    if (length.compareTo(Duration.ofHours(1)) < 0) {
      return "%d min %02d s".formatted(length.toMinutes(), length.toSecondsPart());
    }
    if (length.compareTo(Duration.ofDays(1)) < 0) {
      return "%d h %02d min".formatted(length.toHours(), length.toMinutesPart());
    }
    return "%d d %02d h".formatted(length.toDays(), length.toHoursPart());
  }
}
