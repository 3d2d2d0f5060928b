package io.vespene.worker.mask;

import io.vespene.worker.process.OutputSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Passes bytes on, but for secrets. What may be the beginning of one is held back until it is
 * clear, or until {@link #finish}. Not safe for use by several threads.
 */
public final class MaskedStream implements OutputSink {
  private static final byte[] MASK = SecretMask.MASK.getBytes(StandardCharsets.UTF_8);

  private final SecretFinder finder;
  private final OutputSink next;
  private int state;
  private byte[] held = new byte[256];
  private boolean[] secret = new boolean[256];
  private int heldLength;
  private boolean lastWasSecret;

  MaskedStream(SecretFinder finder, OutputSink next) {
    this.finder = finder;
    this.next = next;
  }

  @Override
  public void accept(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      if (heldLength == 0) {
        at = passHarmless(bytes, at, end);
      }
      if (at < end) {
        take(bytes[at++]);
      }
    }
  }

  /** Passes on all that is held back: what comes next is not connected with it. */
  public void finish() {
    release(heldLength);
    state = 0;
    lastWasSecret = false;
  }

  /** Passes on what can't be part of a secret as it is; where that ends. */
  private int passHarmless(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && finder.after(0, bytes[at]) == 0) {
      at++;
    }
    if (at > start) {
      next.accept(bytes, start, at - start);
      lastWasSecret = false;
    }
    return at;
  }

  private void take(byte value) {
    if (heldLength == held.length) {
      held = Arrays.copyOf(held, held.length * 2);
      secret = Arrays.copyOf(secret, secret.length * 2);
    }
    held[heldLength] = value;
    secret[heldLength] = false;
    heldLength++;
    state = finder.after(state, value);
    int match = finder.matchLength(state);
    if (match > 0) {
      Arrays.fill(secret, heldLength - match, heldLength, true);
    }
    int clear = heldLength - finder.depth(state);
    if (clear > 0) {
      release(clear);
    }
  }

  /** Passes on the first bytes that are held; one mask for each run of secret ones. */
  private void release(int count) {
    int at = 0;
    while (at < count) {
      int start = at;
      boolean isSecret = secret[at];
      while (at < count && secret[at] == isSecret) {
        at++;
      }
      if (!isSecret) {
        next.accept(held, start, at - start);
      } else if (!lastWasSecret) {
        next.accept(MASK, 0, MASK.length);
      }
      lastWasSecret = isSecret;
    }
    System.arraycopy(held, count, held, 0, heldLength - count);
    System.arraycopy(secret, count, secret, 0, heldLength - count);
    heldLength -= count;
  }
}
