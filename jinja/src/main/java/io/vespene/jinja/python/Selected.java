package io.vespene.jinja.python;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.Value;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/** The elements that pass a test, found one at a time; a template may nest many of these. */
public final class Selected implements Iterator<Value> {

  private final Iterator<Value> elements;
  private final Meter meter;
  private final Predicate<Value> test;
  private Optional<Value> next = Optional.empty();

  public Selected(Iterator<Value> elements, Meter meter, Predicate<Value> test) {
    this.elements = elements;
    this.meter = meter;
    this.test = test;
  }

  @Override
  public boolean hasNext() {
    meter.descend();
    while (next.isEmpty() && elements.hasNext()) {
      meter.step();
      next = Optional.of(elements.next()).filter(test);
    }
    meter.ascend();
    return next.isPresent();
  }

  @Override
  public Value next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Value value = next.orElseThrow();
    next = Optional.empty();
    return value;
  }
}
