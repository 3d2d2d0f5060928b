package io.vespene.worker.process;

import java.nio.charset.StandardCharsets;

/** Remembers the last bytes of an output. */
final class OutputTail {
  private final byte[] kept;
  private int size;

  OutputTail(int maxBytes) {
    kept = new byte[maxBytes];
  }

  synchronized void add(byte[] bytes, int offset, int length) {
    int taken = Math.min(length, kept.length);
    int stays = Math.min(size, kept.length - taken);
    System.arraycopy(kept, size - stays, kept, 0, stays);
    System.arraycopy(bytes, offset + length - taken, kept, stays, taken);
    size = stays + taken;
  }

  synchronized String text() {
    return new String(kept, 0, size, StandardCharsets.UTF_8);
  }
}
