package io.vespene.worker.claim;

import java.util.BitSet;

/** The numbers, from 1, under which builds run at the same time. Not for several threads. */
final class Slots {
  private final int count;
  private final BitSet taken = new BitSet();

  Slots(int count) {
    this.count = count;
  }

  int free() {
    return count - taken.cardinality();
  }

  /** The lowest free number. */
  int take() {
    int slot = taken.nextClearBit(1);
    if (slot > count) {
      throw new IllegalStateException("all " + count + " slots are taken");
    }
    taken.set(slot);
    return slot;
  }

  void giveBack(int slot) {
    taken.clear(slot);
  }
}
