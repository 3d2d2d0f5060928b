package io.vespene.server.view;

/** Settings of worker pools as people read and write them. */
public final class PoolText {
  private static final int MINUTES_PER_HOUR = 60;

  private PoolText() {}

  /** Permissions as {@code chmod} takes them: four octal digits. */
  public static String permissions(int mode) {
    return "%04o".formatted(mode);
  }

  /** Minutes, in hours where that is a whole number. */
  public static String minutes(int minutes) {
    return minutes >= MINUTES_PER_HOUR && minutes % MINUTES_PER_HOUR == 0
        ? minutes / MINUTES_PER_HOUR + " h"
        : minutes + " min";
  }
}
