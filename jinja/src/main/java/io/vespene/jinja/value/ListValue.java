package io.vespene.jinja.value;

import java.util.ArrayList;
import java.util.List;

/** A list that templates may change; make one with {@link Meter#newList} so that it is counted. */
public final class ListValue implements Value {

  private final List<Value> items;

  ListValue(List<Value> items) {
    this.items = new ArrayList<>(items);
  }

  /** The elements themselves, not a copy: changing them changes the list. */
  public List<Value> items() {
    return items;
  }

  @Override
  public String typeName() {
    return "list";
  }
}
