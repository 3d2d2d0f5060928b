package io.vespene.cli;

import picocli.CommandLine.TypeConversionException;

/** Numbers on the command line, with messages that are not about Java. */
final class Numbers {
  private Numbers() {}

  static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw notWhole(text, Integer.MAX_VALUE);
    }
  }

  static long longNumber(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw notWhole(text, Long.MAX_VALUE);
    }
  }

  private static TypeConversionException notWhole(String text, long largest) {
    return new TypeConversionException(
        "must be a whole number up to " + largest + ", not '" + text + "'");
  }
}
