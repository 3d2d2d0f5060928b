package io.vespene.worker.fileserving;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Tells a browser to keep what comes as a file instead of showing it. */
final class Attachment {
  private Attachment() {}

  /**
   * The value of a {@code Content-Disposition} header.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
   */
  static String named(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
