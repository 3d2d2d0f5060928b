package io.vespene.jinja.regex;

import java.util.Arrays;

/** Where the groups of a match start and end so far; unset ones are -1. Immutable. */
final class Slots {

  private final int[] places;

  private Slots(int[] places) {
    this.places = places;
  }

  static Slots unset(int count) {
    int[] places = new int[count];
    Arrays.fill(places, -1);
    return new Slots(places);
  }

  int at(int slot) {
    return places[slot];
  }

  Slots with(int slot, int place) {
    int[] changed = places.clone();
    changed[slot] = place;
    return new Slots(changed);
  }
}
