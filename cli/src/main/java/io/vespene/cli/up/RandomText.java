package io.vespene.cli.up;

import java.security.SecureRandom;

/** Passwords that nobody needs to remember, without letters that look alike. */
final class RandomText {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** Five groups of five characters, 125 random bits. */
  static String password() {
    var text = new StringBuilder();
    for (int index = 0; index < 25; index++) {
      if (index > 0 && index % 5 == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
