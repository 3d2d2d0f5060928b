package io.vespene.core.question;

import java.util.Optional;

/** Words for what lies between two bounds. */
final class Bounds {
  private Bounds() {}

  static String words(Optional<String> min, Optional<String> max) {
    if (min.isPresent() && max.isPresent()) {
      return "must be between " + min.get() + " and " + max.get();
    }
    return min.map(least -> "must be at least " + least)
        .or(() -> max.map(most -> "must be at most " + most))
        .orElse("");
  }
}
