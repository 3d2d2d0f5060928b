package io.vespene.server.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A file as it is sent: as it is, and packed. */
public final class Asset {
  private final String type;
  private final byte[] plain;
  private final byte[] packed;

  private Asset(String type, byte[] plain, byte[] packed) {
    this.type = type;
    this.plain = plain;
    this.packed = packed;
  }

  static Asset of(String name, byte[] content) {
    return new Asset(typeOf(name), content, pack(content));
  }

  /** Its media type. */
  public String type() {
    return type;
  }

  public byte[] plain() {
    return plain;
  }

  /** The same, as gzip. */
  public byte[] packed() {
    return packed;
  }

  private static String typeOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=UTF-8";
      case "js" -> "text/javascript;charset=UTF-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "woff2" -> "font/woff2";
      default -> throw new IllegalArgumentException("an asset of unknown type: " + name);
    };
  }

  private static byte[] pack(byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
