package io.vespene.jinja.python;

import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.Value;
import java.util.Iterator;
import java.util.List;

/** Filling dictionaries from other values. */
public final class Dictionaries {

  private Dictionaries() {}

  /**
   * Python's {@code dict.update}: adds the entries of a dictionary, or pairs.
   *
   * @throws RenderException if an element is no pair
   */
  public static void update(DictValue dict, Value entries, Meter meter) {
    if (entries instanceof DictValue other) {
      dict.putAll(other, meter);
      return;
    }
    Iterator<Value> pairs = Iteration.of(entries);
    while (pairs.hasNext()) {
      List<Value> pair = Iteration.toList(pairs.next(), meter);
      if (pair.size() != 2) {
        throw new RenderException(
            "a dict needs pairs, but an element has %d parts".formatted(pair.size()));
      }
      dict.put(pair.get(0), pair.get(1), meter);
    }
  }
}
