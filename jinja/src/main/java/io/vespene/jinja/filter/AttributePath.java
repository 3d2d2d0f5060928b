package io.vespene.jinja.filter;

import io.vespene.jinja.python.Splitting;
import io.vespene.jinja.python.TextCase;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Where in each element of a sequence a filter looks: {@code "address.city"}; empty for itself. */
record AttributePath(List<Value> keys, Optional<Value> absent) {

  /** The path an argument names: a text with dots, a number, or {@code None} for the element. */
  static AttributePath of(Value attribute, Meter meter) {
    meter.elements(1);
    List<Value> keys =
        switch (attribute) {
          case NoneValue _ -> List.of();
          case TextValue text ->
              Splitting.at(text.value(), ".", -1, meter).stream().map(AttributePath::key).toList();
          default -> List.of(attribute);
        };
    return new AttributePath(keys, Optional.empty());
  }

  private static Value key(String part) {
    boolean number =
        !part.isEmpty() && part.length() < 19 && part.chars().allMatch(Character::isDigit);
    return number ? new IntegerValue(new BigInteger(part)) : new TextValue(part);
  }

  /** The same with something to use where an element lacks an attribute. */
  AttributePath orElse(Value value) {
    return new AttributePath(keys, value == NoneValue.NONE ? Optional.empty() : Optional.of(value));
  }

  Value read(Value element, Rendering rendering) {
    Value value = element;
    for (Value key : keys) {
      rendering.meter().step();
      value = rendering.item(value, key);
      if (value instanceof UndefinedValue && absent.isPresent()) {
        value = absent.get();
      }
    }
    return value;
  }

  /** The same for comparing: texts in lower case unless case matters. */
  Value readKey(Value element, boolean caseSensitive, Rendering rendering) {
    return withoutCase(read(element, rendering), caseSensitive, rendering.meter());
  }

  static Value withoutCase(Value value, boolean caseSensitive, Meter meter) {
    return !caseSensitive && value instanceof TextValue text
        ? meter.newText(TextCase.lower(text.value()))
        : value;
  }
}
