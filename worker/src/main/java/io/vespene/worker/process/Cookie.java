package io.vespene.worker.process;

import io.vespene.plugin.IsolationTraces;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * A random text by which the processes of a build are known.
 *
 * @param text letters and digits, unlike any other cookie and no part of one
 */
public record Cookie(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;

  public Cookie {
    if (!text.matches("[0-9a-z]{16,}")) {
      throw new IllegalArgumentException("not a cookie: " + text);
    }
  }

  /** A cookie that was never used before. */
  public static Cookie fresh() {
    var bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new Cookie(HexFormat.of().formatHex(bytes));
  }

  /**
   * The value of the environment variable that carries this cookie.
   *
   * <p>A worker that itself runs inside a build hands that build's cookie on, so that ending the
   * outer build finds the inner ones.
   */
  public String value(Map<String, String> workerEnvironment) {
    String outer = workerEnvironment.getOrDefault(IsolationTraces.COOKIE_VARIABLE, "");
    return outer.isEmpty() ? text : outer + ":" + text;
  }
}
