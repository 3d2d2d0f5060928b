package io.vespene.e2e.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Secrets in all the forms in which they could lie about.
 *
 * @param forms as they are, in Base64, encoded for a URL, and in hexadecimal as a dump has bytes
 */
record Canaries(List<String> forms) {
  static Canaries of(List<String> secrets) {
    var forms = new ArrayList<String>();
    for (String secret : secrets) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      forms.add(secret);
      // The last group depends on what follows.
      String base64 = Base64.getEncoder().encodeToString(bytes);
      forms.add(base64.substring(0, base64.length() - 4));
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      forms.add(HexFormat.of().formatHex(bytes));
    }
    return new Canaries(forms.stream().distinct().toList());
  }

  /** Returns those that the text holds. */
  List<String> in(String text) {
    return forms.stream().filter(text::contains).toList();
  }
}
