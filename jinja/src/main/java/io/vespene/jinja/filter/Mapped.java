package io.vespene.jinja.filter;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.Value;
import java.util.Iterator;
import java.util.function.Function;

/** Elements changed one at a time, when they are read. */
record Mapped(Iterator<Value> elements, Meter meter, Function<Value, Value> change)
    implements Iterator<Value> {

  @Override
  public boolean hasNext() {
    return elements.hasNext();
  }

  @Override
  public Value next() {
    meter.step();
    return change.apply(elements.next());
  }
}
