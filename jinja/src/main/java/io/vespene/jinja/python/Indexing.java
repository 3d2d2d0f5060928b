package io.vespene.jinja.python;

import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RangeValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** {@code value[key]}: positions count from the end when negative. */
public final class Indexing {

  private Indexing() {}

  /** The element at a key or position; empty when there is none or the value has no elements. */
  public static Optional<Value> find(Value value, Value key, Meter meter) {
    return switch (value) {
      case DictValue dict -> isHashable(key) ? dict.find(key, meter) : Optional.empty();
      case ListValue list -> find(list.items(), key);
      case TupleValue tuple -> find(tuple.items(), key);
      case RangeValue range -> find(range.items(), key);
      case TextValue text -> findCharacter(text.value(), key, meter);
      default -> Optional.empty();
    };
  }

  private static boolean isHashable(Value key) {
    return !(key instanceof ListValue || key instanceof DictValue);
  }

  private static Optional<Value> find(List<Value> items, Value key) {
    return position(key, items.size()).map(items::get);
  }

  private static Optional<Value> findCharacter(String text, Value key, Meter meter) {
    meter.characters(text.length() / Byte.SIZE);
    return position(key, CodePoints.count(text))
        .map(at -> new TextValue(CodePoints.part(text, at, at + 1)));
  }

  private static Optional<Integer> position(Value key, int size) {
    Optional<BigInteger> position = Numbers.findInteger(key);
    if (position.isEmpty()) {
      return Optional.empty();
    }
    long at = Numbers.clampToInt(position.get());
    long fromStart = at < 0 ? at + size : at;
    return fromStart >= 0 && fromStart < size ? Optional.of((int) fromStart) : Optional.empty();
  }
}
