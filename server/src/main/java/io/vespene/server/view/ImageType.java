package io.vespene.server.view;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Images that hold nothing but pixels, known by how they begin and never by their names. SVG is
 * none of them: it can hold scripts.
 */
public enum ImageType {
  PNG("image/png"),
  JPEG("image/jpeg"),
  GIF("image/gif"),
  WEBP("image/webp");

  /** Larger ones are not shown. */
  public static final long MAX_BYTES = 16 * 1024 * 1024;

  private final String mediaType;

  ImageType(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What a file is that begins so. */
  public static Optional<ImageType> of(byte[] start) {
    String head = new String(start, 0, Math.min(start.length, 12), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    return head.startsWith("RIFF") && head.startsWith("WEBP", 8)
        ? Optional.of(WEBP)
        : Optional.empty();
  }
}
