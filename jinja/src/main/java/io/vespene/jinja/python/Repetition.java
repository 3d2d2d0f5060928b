package io.vespene.jinja.python;

import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sequences put after one another; counted before they are made. */
final class Repetition {

  private Repetition() {}

  static TextValue repeat(TextValue text, int count, Meter meter) {
    meter.characters((long) text.value().length() * count);
    return new TextValue(text.value().repeat(count));
  }

  static ListValue repeat(ListValue list, int count, Meter meter) {
    return meter.listOf(repeated(list.items(), count, meter));
  }

  static TupleValue repeat(TupleValue tuple, int count, Meter meter) {
    return new TupleValue(repeated(tuple.items(), count, meter));
  }

  static ListValue concatenate(ListValue left, ListValue right, Meter meter) {
    return meter.listOf(joined(left.items(), right.items(), meter));
  }

  static TupleValue concatenate(TupleValue left, TupleValue right, Meter meter) {
    return new TupleValue(joined(left.items(), right.items(), meter));
  }

  private static List<Value> repeated(List<Value> items, int count, Meter meter) {
    long size = (long) items.size() * count;
    meter.places(size);
    List<Value> repeated = new ArrayList<>((int) size);
    for (List<Value> copy : Collections.nCopies(items.isEmpty() ? 0 : count, items)) {
      repeated.addAll(copy);
    }
    return repeated;
  }

  private static List<Value> joined(List<Value> left, List<Value> right, Meter meter) {
    meter.places((long) left.size() + right.size());
    List<Value> joined = new ArrayList<>(left);
    joined.addAll(right);
    return joined;
  }
}
