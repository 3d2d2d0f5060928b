package io.vespene.jinja.python;

import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Python's {@code <}, {@code <=}, {@code >}, {@code >=} and {@code sorted}. */
public final class Ordering {

  private Ordering() {}

  public static boolean less(Value left, Value right, Meter meter) {
    return compare("<", left, right, meter) == Sign.LESS;
  }

  public static boolean lessOrEqual(Value left, Value right, Meter meter) {
    Sign sign = compare("<=", left, right, meter);
    return sign == Sign.LESS || sign == Sign.EQUAL;
  }

  public static boolean greater(Value left, Value right, Meter meter) {
    return compare(">", left, right, meter) == Sign.GREATER;
  }

  public static boolean greaterOrEqual(Value left, Value right, Meter meter) {
    Sign sign = compare(">=", left, right, meter);
    return sign == Sign.GREATER || sign == Sign.EQUAL;
  }

  /** A value with what it is sorted by. */
  public record Keyed(Value key, Value value) {}

  /**
   * The values in the order of their keys; equal keys keep their order, also in reverse.
   *
   * @throws RenderException if two keys cannot be compared
   */
  public static List<Value> sorted(List<Keyed> values, boolean reverse, Meter meter) {
    List<Keyed> sorted = mergeSort(values, reverse, meter);
    return sorted.stream().map(Keyed::value).toList();
  }

  // The library's sort refuses comparisons that contradict each other, as those of nan do.
  private static List<Keyed> mergeSort(List<Keyed> values, boolean reverse, Meter meter) {
    if (values.size() < 2) {
      return values;
    }
    int middle = values.size() / 2;
    List<Keyed> left = mergeSort(values.subList(0, middle), reverse, meter);
    List<Keyed> right = mergeSort(values.subList(middle, values.size()), reverse, meter);
    List<Keyed> merged = new ArrayList<>(values.size());
    int taken = 0;
    for (Keyed next : right) {
      while (taken < left.size() && !precedes(next, left.get(taken), reverse, meter)) {
        merged.add(left.get(taken++));
      }
      merged.add(next);
    }
    merged.addAll(left.subList(taken, left.size()));
    return merged;
  }

  private static boolean precedes(Keyed one, Keyed other, boolean reverse, Meter meter) {
    return reverse ? less(other.key(), one.key(), meter) : less(one.key(), other.key(), meter);
  }

  private static Sign compare(String operator, Value left, Value right, Meter meter) {
    meter.step();
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return Equality.compareNumbers(left, right);
    }
    if (left instanceof TextValue first && right instanceof TextValue second) {
      meter.characters(Math.min(first.value().length(), second.value().length()) / Byte.SIZE);
      return Sign.of(CodePoints.compare(first.value(), second.value()));
    }
    if (left instanceof ListValue first && right instanceof ListValue second) {
      return compare(operator, first.items(), second.items(), meter);
    }
    if (left instanceof TupleValue first && right instanceof TupleValue second) {
      return compare(operator, first.items(), second.items(), meter);
    }
    if (left instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
    if (right instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
    throw new RenderException(
        "'%s' not supported between '%s' and '%s'"
            .formatted(operator, left.typeName(), right.typeName()));
  }

  private static Sign compare(String operator, List<Value> left, List<Value> right, Meter meter) {
    meter.descend();
    int common = Math.min(left.size(), right.size());
    int at = 0;
    while (at < common && Equality.equal(left.get(at), right.get(at), meter)) {
      at++;
    }
    Sign sign =
        at < common
            ? compare(operator, left.get(at), right.get(at), meter)
            : Sign.of(Integer.compare(left.size(), right.size()));
    meter.ascend();
    return sign;
  }
}
