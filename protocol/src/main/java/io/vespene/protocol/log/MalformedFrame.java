package io.vespene.protocol.log;

import java.io.IOException;

/** Bytes that are not a log frame. */
public final class MalformedFrame extends IOException {
  public MalformedFrame(String message) {
    super(message);
  }

  public MalformedFrame(String message, Throwable cause) {
    super(message, cause);
  }
}
