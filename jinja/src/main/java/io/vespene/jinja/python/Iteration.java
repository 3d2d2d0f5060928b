package io.vespene.jinja.python;

import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.DictView;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.ObjectValue;
import io.vespene.jinja.value.RangeValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.StreamValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/** Going through the elements of a value. */
public final class Iteration {

  private Iteration() {}

  /**
   * The elements one by one; a dictionary gives its keys.
   *
   * @throws RenderException if the value has no elements
   */
  public static Iterator<Value> of(Value value) {
    return switch (value) {
      case ListValue list -> new GrowingListIterator(list.items());
      case TupleValue tuple -> tuple.items().iterator();
      case DictValue dict -> dict.keys().iterator();
      case DictView view -> view.items().iterator();
      case RangeValue range -> range.items().iterator();
      case StreamValue stream -> stream.iterator();
      case TextValue text ->
          text.value()
              .codePoints()
              .<Value>mapToObj(point -> new TextValue(Character.toString(point)))
              .iterator();
      case UndefinedValue undefined -> {
        undefined.requireLenient();
        yield Collections.emptyIterator();
      }
      case NoneValue _, BooleanValue _, IntegerValue _, FloatValue _, ObjectValue _ ->
          throw new RenderException("'" + value.typeName() + "' object is not iterable");
    };
  }

  /** All elements, counted. */
  public static List<Value> toList(Value value, Meter meter) {
    boolean there =
        value instanceof ListValue || value instanceof TupleValue || value instanceof DictValue;
    List<Value> elements = new ArrayList<>();
    Iterator<Value> iterator = of(value);
    while (iterator.hasNext()) {
      Value element = iterator.next();
      meter.places(1);
      if (!there) {
        meter.retain(element);
      }
      elements.add(element);
    }
    return elements;
  }

  public static boolean isIterable(Value value) {
    return switch (value) {
      case NoneValue _, BooleanValue _, IntegerValue _, FloatValue _, ObjectValue _ -> false;
      default -> true;
    };
  }

  /** How many elements there are, when that is known without going through them. */
  public static OptionalInt findLength(Value value) {
    return switch (value) {
      case ListValue list -> OptionalInt.of(list.items().size());
      case TupleValue tuple -> OptionalInt.of(tuple.items().size());
      case DictValue dict -> OptionalInt.of(dict.size());
      case DictView view -> OptionalInt.of(view.dict().size());
      case RangeValue range -> OptionalInt.of(range.size());
      case TextValue text -> OptionalInt.of(CodePoints.count(text.value()));
      case UndefinedValue undefined -> {
        undefined.requireLenient();
        yield OptionalInt.of(0);
      }
      default -> OptionalInt.empty();
    };
  }
}
