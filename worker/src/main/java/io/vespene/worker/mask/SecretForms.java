package io.vespene.worker.mask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The forms in which programs print a secret: as it is, in Base64 (also in the middle of something
 * longer), encoded for a URL, and inside JSON.
 */
final class SecretForms {
  /** Shorter texts would hide half of every log, and give themselves away by what is missing. */
  static final int SHORTEST = 4;

  /** Of longer texts only the lines themselves are looked for, so that the finder stays small. */
  static final int LONGEST_ENCODED = 8 * 1024;

  private static final String HEX = "0123456789ABCDEF";

  /**
   * What encoders of URLs leave as it is: RFC 3986, forms, JavaScript, and the most sparing ones.
   */
  private static final List<String> KEPT =
      List.of("-._~", "-._*", "-._~!*'()", "-._~!*'()/:@,;$&+=?");

  private static final int BITS_PER_BYTE = 8;
  private static final int BITS_PER_DIGIT = 6;
  private static final int GROUP = 3;

  private SecretForms() {}

  /** All forms of a secret: of each of its lines, and of the whole. */
  static Set<String> of(String secret) {
    var forms = new LinkedHashSet<String>();
    for (String line : secret.split("\\R", -1)) {
      forms.add(line);
      forms.add(line.strip());
    }
    forms.removeIf(line -> line.strip().length() < SHORTEST);
    if (secret.length() <= LONGEST_ENCODED && secret.strip().length() >= SHORTEST) {
      forms.add(secret);
      List.copyOf(forms).forEach(line -> forms.addAll(encoded(line)));
    }
    return forms;
  }

  private static List<String> encoded(String text) {
    var all = new ArrayList<>(urlEncoded(text));
    all.addAll(base64(text.getBytes(StandardCharsets.UTF_8)));
    all.add(json(text));
    return all;
  }

  private static List<String> urlEncoded(String text) {
    var all = new ArrayList<String>();
    for (String kept : KEPT) {
      String encoded = percentEncoded(text, kept + " ");
      for (String space : List.of("%20", "+")) {
        String one = encoded.replace(" ", space);
        all.add(one);
        all.add(withSmallHex(one));
      }
    }
    return all;
  }

  private static String percentEncoded(String text, String kept) {
    var encoded = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (value & 0xFF);
      boolean isWord =
          character < 0x80
              && (Character.isLetterOrDigit(character) || kept.indexOf(character) >= 0);
      if (isWord) {
        encoded.append(character);
      } else {
        encoded.append('%').append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 0xF));
      }
    }
    return encoded.toString();
  }

  private static String withSmallHex(String encoded) {
    var small = new StringBuilder(encoded);
    for (int at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1)) {
      small.replace(at, at + 3, encoded.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
    return small.toString();
  }

  private static String json(String text) {
    var escaped = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      switch (character) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> escaped.append(character);
      }
    }
    return escaped.toString();
  }

  /**
   * The digits that depend on nothing but these bytes, for each place in a group of three bytes at
   * which they may begin.
   */
  private static List<String> base64(byte[] bytes) {
    var all = new ArrayList<String>();
    for (int before = 0; before < GROUP; before++) {
      var shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      int first = (before * BITS_PER_BYTE + BITS_PER_DIGIT - 1) / BITS_PER_DIGIT;
      int last = shifted.length * BITS_PER_BYTE / BITS_PER_DIGIT;
      if (first < last) {
        all.add(Base64.getEncoder().encodeToString(shifted).substring(first, last));
        all.add(Base64.getUrlEncoder().encodeToString(shifted).substring(first, last));
      }
    }
    return all;
  }
}
