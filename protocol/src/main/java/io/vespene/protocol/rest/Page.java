package io.vespene.protocol.rest;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items in the order of the list; may be empty
 * @param next what to send as {@code cursor} for the part after this one; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
