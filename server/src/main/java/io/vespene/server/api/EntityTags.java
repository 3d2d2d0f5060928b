package io.vespene.server.api;

import io.vespene.core.problem.InvalidInput;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resource's version in the headers {@code ETag} and {@code If-Match}. */
final class EntityTags {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private EntityTags() {}

  static String of(int version) {
    return "\"" + version + "\"";
  }

  /** The version that a sender began from; the present one when any will do. */
  static int expected(Optional<String> ifMatch, int present) {
    if (ifMatch.isEmpty() || ifMatch.get().equals("*")) {
      return present;
    }
    Matcher tag = TAG.matcher(ifMatch.get().strip());
    if (!tag.matches()) {
      throw new InvalidInput("If-Match", "must be the ETag of an earlier answer");
    }
    return Integer.parseInt(tag.group(1));
  }
}
