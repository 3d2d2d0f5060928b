package io.vespene.jinja.value;

import java.util.Iterator;

/** Values that can be gone through once, such as the result of {@code map} and {@code select}. */
public final class StreamValue implements Value {

  private final String typeName;
  private final Iterator<Value> iterator;

  public StreamValue(String typeName, Iterator<Value> iterator) {
    this.typeName = typeName;
    this.iterator = iterator;
  }

  /** The iterator itself: what one reader takes, the next does not see. */
  public Iterator<Value> iterator() {
    return iterator;
  }

  @Override
  public String typeName() {
    return typeName;
  }
}
