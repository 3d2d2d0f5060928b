package io.vespene.jinja.format;

import io.vespene.jinja.python.Numbers;
import java.util.List;

/** Sizes for people: {@code 1.2 MB}. */
public final class FileSize {

  private static final List<String> DECIMAL =
      List.of("kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB");
  private static final List<String> BINARY =
      List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB");

  private FileSize() {}

  public static String format(double bytes, boolean binary) {
    int base = binary ? 1024 : 1000;
    if (bytes == 1) {
      return "1 Byte";
    }
    if (bytes < base) {
      return Numbers.truncate(bytes) + " Bytes";
    }
    List<String> units = binary ? BINARY : DECIMAL;
    double limit = base;
    for (String unit : units) {
      limit *= base;
      if (bytes < limit || unit.equals(units.getLast())) {
        return FloatFormat.fixed(base * bytes / limit, 1) + " " + unit;
      }
    }
    throw new IllegalStateException("the last unit takes any size");
  }
}
