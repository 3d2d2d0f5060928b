package io.vespene.server.api;

import io.vespene.core.problem.InvalidInput;
import java.util.Optional;

/** Reads the parameters with which callers ask for parts of long answers. */
final class Limits {
  private Limits() {}

  /** How much is wanted: 1 to {@code most}. */
  static int limit(Optional<Integer> wanted, int usual, int most) {
    int limit = wanted.orElse(usual);
    if (limit < 1 || limit > most) {
      throw new InvalidInput("limit", "must be between 1 and " + most);
    }
    return limit;
  }

  /** The number in a cursor that an earlier answer gave out. */
  static Optional<Long> number(Optional<String> cursor) {
    try {
      return cursor.map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw new InvalidInput("cursor", "must be one that an earlier answer gave as 'next'");
    }
  }
}
