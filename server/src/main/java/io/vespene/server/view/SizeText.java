package io.vespene.server.view;

import java.util.Locale;

/** Amounts as people read them. */
public final class SizeText {
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final int STEP = 1024;

  private SizeText() {}

  /** An amount of memory or disk, such as "1.5 GiB". */
  public static String bytes(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double amount = bytes;
    int unit = -1;
    while (amount >= STEP && unit < UNITS.length - 1) {
      amount /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, amount < 10 ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
  }

  /** A number of things with its noun, such as "1,204 lines". */
  public static String count(long count, String noun) {
    return String.format(Locale.ENGLISH, count == 1 ? "%,d %s" : "%,d %ss", count, noun);
  }
}
