package io.vespene.jinja.python;

import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RangeValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code value[start:stop:step]}: bounds outside the sequence are moved to its ends. */
public final class Slicing {

  private Slicing() {}

  /**
   * The elements from {@code start} to before {@code stop}; each bound may be {@code None}.
   *
   * @throws RenderException if the value is no sequence or a bound no whole number
   */
  public static Value slice(Value value, Value start, Value stop, Value step, Meter meter) {
    return switch (value) {
      case TextValue text -> sliceText(text.value(), start, stop, step, meter);
      case ListValue list -> meter.listOf(pick(list.items(), start, stop, step, meter));
      case TupleValue tuple -> new TupleValue(pick(tuple.items(), start, stop, step, meter));
      case RangeValue range -> sliceRange(range, Bounds.of(range.size(), start, stop, step));
      case UndefinedValue undefined -> throw undefined.failure();
      default -> throw new RenderException("'" + value.typeName() + "' cannot be sliced");
    };
  }

  private static Value sliceText(String text, Value start, Value stop, Value step, Meter meter) {
    meter.characters(text.length());
    Bounds bounds = Bounds.of(CodePoints.count(text), start, stop, step);
    if (bounds.step() == 1) {
      int end = Math.max(bounds.start(), bounds.end());
      return new TextValue(CodePoints.part(text, bounds.start(), end));
    }
    return pickCharacters(text, bounds, meter);
  }

  private static Value pickCharacters(String text, Bounds bounds, Meter meter) {
    MeteredText picked = new MeteredText(meter);
    int offset = bounds.count() > 0 ? CodePoints.offset(text, bounds.start()) : 0;
    for (int i = 0; i < bounds.count(); i++) {
      picked.appendCodePoint(text.codePointAt(offset));
      if (i + 1 < bounds.count()) {
        offset = text.offsetByCodePoints(offset, bounds.step());
      }
    }
    return picked.value();
  }

  private static List<Value> pick(
      List<Value> items, Value start, Value stop, Value step, Meter meter) {
    Bounds bounds = Bounds.of(items.size(), start, stop, step);
    meter.places(bounds.count());
    List<Value> picked = new ArrayList<>(bounds.count());
    for (int i = 0; i < bounds.count(); i++) {
      picked.add(items.get(bounds.at(i)));
    }
    return picked;
  }

  private static Value sliceRange(RangeValue range, Bounds bounds) {
    return new RangeValue(
        range.start() + bounds.start() * range.step(),
        range.start() + (long) bounds.end() * range.step(),
        range.step() * bounds.step());
  }

  /**
   * A slice of a sequence of known size.
   *
   * @param start first position
   * @param end the position where a step of the same direction stops
   */
  private record Bounds(int start, int end, int step) {

    static Bounds of(int size, Value start, Value stop, Value step) {
      int by = step == NoneValue.NONE ? 1 : requireIndex(step);
      if (by == 0) {
        throw new RenderException("slice step cannot be zero");
      }
      int low = by > 0 ? 0 : -1;
      int high = by > 0 ? size : size - 1;
      int first = start == NoneValue.NONE ? (by > 0 ? low : high) : bound(start, size, low, high);
      int end = stop == NoneValue.NONE ? (by > 0 ? high : low) : bound(stop, size, low, high);
      return new Bounds(first, end, by);
    }

    private static int bound(Value bound, int size, int low, int high) {
      long at = requireIndex(bound);
      return (int) Math.clamp(at < 0 ? at + size : at, low, (long) high);
    }

    private static int requireIndex(Value index) {
      if (index instanceof UndefinedValue undefined) {
        throw undefined.failure();
      }
      return Numbers.findInteger(index)
          .map(Numbers::clampToInt)
          .orElseThrow(() -> new RenderException("slice indices must be whole numbers or none"));
    }

    int count() {
      long distance = step > 0 ? (long) end - start : (long) start - end;
      long by = Math.abs((long) step);
      return (int) Math.max(0, (distance + by - 1) / by);
    }

    int at(int index) {
      return (int) (start + (long) index * step);
    }
  }
}
