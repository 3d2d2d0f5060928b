package io.vespene.jinja.python;

import io.vespene.jinja.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Goes through a list that may grow or shrink meanwhile, by position as Python does. */
final class GrowingListIterator implements Iterator<Value> {

  private final List<Value> items;
  private int next;

  GrowingListIterator(List<Value> items) {
    this.items = items;
  }

  @Override
  public boolean hasNext() {
    return next < items.size();
  }

  @Override
  public Value next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return items.get(next++);
  }
}
