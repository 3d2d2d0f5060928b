package io.vespene.jinja;

import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts what callers pass into values; nothing but JSON-like data gets through. */
final class GivenValues {

  private static final int MAX_DEPTH = 200;

  private final Meter meter;
  private int depth;

  GivenValues(Meter meter) {
    this.meter = meter;
  }

  /**
   * A copy as a value.
   *
   * @param path where it stands among the variables, for the error
   * @throws IllegalArgumentException if it is not JSON-like
   */
  Value convert(String path, @Nullable Object given) {
    return switch (given) {
      case null -> NoneValue.NONE;
      case String text -> new TextValue(text);
      case Boolean bool -> BooleanValue.of(bool);
      case Byte number -> IntegerValue.of(number);
      case Short number -> IntegerValue.of(number);
      case Integer number -> IntegerValue.of(number);
      case Long number -> IntegerValue.of(number);
      case BigInteger number -> new IntegerValue(number);
      case Float number -> new FloatValue(number);
      case Double number -> new FloatValue(number);
      case BigDecimal number -> new FloatValue(number.doubleValue());
      case Map<?, ?> map -> convertMap(path, map);
      case List<?> list -> convertList(path, list);
      default ->
          throw new IllegalArgumentException(
              "variable %s is a %s; templates take maps, lists, strings, numbers, booleans and null"
                  .formatted(path, given.getClass().getName()));
    };
  }

  private Value convertMap(String path, Map<?, ?> map) {
    enter(path);
    DictValue dict = new DictValue();
    map.forEach((key, value) -> {
      if (!(key instanceof String name)) {
        throw new IllegalArgumentException(
            "variable " + path + " has a key that is no string: " + key);
      }
      dict.put(new TextValue(name), convert(path + "." + name, value), meter);
    });
    depth--;
    return dict;
  }

  private Value convertList(String path, List<?> list) {
    enter(path);
    List<Value> items = new ArrayList<>(list.size());
    for (Object item : list) {
      items.add(convert(path + "[" + items.size() + "]", item));
    }
    depth--;
    return meter.newList(items);
  }

  private void enter(String path) {
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "variable %s is nested more than %d levels deep"
              .formatted(path.substring(0, Math.min(path.length(), 40)), MAX_DEPTH));
    }
  }
}
