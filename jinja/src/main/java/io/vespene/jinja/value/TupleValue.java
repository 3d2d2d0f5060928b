package io.vespene.jinja.value;

import java.util.List;

/**
 * A fixed sequence of values.
 *
 * @param names attribute names of the elements, empty for an ordinary tuple
 */
public record TupleValue(List<Value> items, List<String> names) implements Value {

  public TupleValue {
    items = List.copyOf(items);
    names = List.copyOf(names);
  }

  public TupleValue(List<Value> items) {
    this(items, List.of());
  }

  @Override
  public String typeName() {
    return "tuple";
  }
}
