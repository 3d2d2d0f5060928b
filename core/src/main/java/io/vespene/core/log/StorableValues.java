package io.vespene.core.log;

import java.time.Instant;

/** A log must go on whatever is in it, so values are cut and cleaned rather than refused. */
final class StorableValues {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private StorableValues() {}

  static String text(String text, int maxLength) {
    String clean = text.replace('\0', '\uFFFD');
    return clean.length() <= maxLength ? clean : clean.substring(0, maxLength);
  }

  static Instant time(Instant at) {
    if (at.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return at.isAfter(LATEST) ? LATEST : at;
  }
}
