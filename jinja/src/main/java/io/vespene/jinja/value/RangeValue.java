package io.vespene.jinja.value;

import java.util.AbstractList;
import java.util.List;

/** Python's {@code range}: computes its elements when asked, so its length costs nothing. */
public record RangeValue(long start, long stop, long step) implements Value {

  public RangeValue {
    if (step == 0) {
      throw new RenderException("range() arg 3 must not be zero");
    }
  }

  /**
   * How many elements there are.
   *
   * @throws RenderException if they do not fit an {@code int}
   */
  public int size() {
    if (step > 0 ? start >= stop : start <= stop) {
      return 0;
    }
    try {
      long distance = Math.subtractExact(step > 0 ? stop : start, step > 0 ? start : stop);
      return Math.toIntExact((distance - 1) / Math.absExact(step) + 1);
    } catch (ArithmeticException tooMany) {
      throw new RenderException("range has too many elements", tooMany);
    }
  }

  public Value element(int index) {
    return IntegerValue.of(start + index * step);
  }

  /** The elements as a list that is never stored. */
  public List<Value> items() {
    int size = size();
    return new AbstractList<>() {
      @Override
      public Value get(int index) {
        return element(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  @Override
  public String typeName() {
    return "range";
  }
}
