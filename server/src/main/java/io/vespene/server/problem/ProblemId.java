package io.vespene.server.problem;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Numbers under which unexpected failures are found in the log. */
final class ProblemId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 6;

  private ProblemId() {}

  static String next() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
