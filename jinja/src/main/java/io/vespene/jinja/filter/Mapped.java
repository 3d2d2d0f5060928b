package io.vespene.jinja.filter;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.Value;
import java.util.Iterator;
import java.util.function.Function;

/** Elements changed one at a time, when they are read; a template may nest many of these. */
record Mapped(Iterator<Value> elements, Meter meter, Function<Value, Value> change)
    implements Iterator<Value> {

  @Override
  public boolean hasNext() {
    meter.descend();
    boolean more = elements.hasNext();
    meter.ascend();
    return more;
  }

  @Override
  public Value next() {
    meter.step();
    meter.descend();
    Value changed = change.apply(elements.next());
    meter.ascend();
    return changed;
  }
}
