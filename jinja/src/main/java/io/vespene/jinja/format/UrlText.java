package io.vespene.jinja.format;

import java.nio.charset.StandardCharsets;

/** Texts with percent escapes. */
public final class UrlText {

  private static final String HEXADECIMAL = "0123456789ABCDEF";

  private UrlText() {}

  /** For a path: slashes stay. */
  public static String path(String text) {
    return quote(text, "/");
  }

  /** For a query: blanks become plus signs. */
  public static String query(String text) {
    return quote(text, "").replace("%20", "+");
  }

  private static String quote(String text, String unchanged) {
    StringBuilder quoted = new StringBuilder(text.length());
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xff);
      if (isUnreserved(character) || unchanged.indexOf(character) >= 0) {
        quoted.append(character);
      } else {
        quoted
            .append('%')
            .append(HEXADECIMAL.charAt(character >> 4))
            .append(HEXADECIMAL.charAt(character & 0xf));
      }
    }
    return quoted.toString();
  }

  private static boolean isUnreserved(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || "_.-~".indexOf(character) >= 0;
  }
}
