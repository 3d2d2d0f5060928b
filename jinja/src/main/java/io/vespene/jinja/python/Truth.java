package io.vespene.jinja.python;

import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.DictView;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.ObjectValue;
import io.vespene.jinja.value.RangeValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.StreamValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;

/** Whether a value counts as true. */
public final class Truth {

  private Truth() {}

  /**
   * Python's {@code bool(value)}.
   *
   * @throws RenderException if the value is strictly undefined
   */
  public static boolean of(Value value) {
    return switch (value) {
      case NoneValue _ -> false;
      case BooleanValue bool -> bool.isTrue();
      case IntegerValue integer -> integer.value().signum() != 0;
      case FloatValue number -> number.value() != 0;
      case TextValue text -> !text.value().isEmpty();
      case ListValue list -> !list.items().isEmpty();
      case TupleValue tuple -> !tuple.items().isEmpty();
      case DictValue dict -> dict.size() > 0;
      case DictView view -> view.dict().size() > 0;
      case RangeValue range -> range.size() > 0;
      case StreamValue _, ObjectValue _ -> true;
      case UndefinedValue undefined -> {
        undefined.requireLenient();
        yield false;
      }
    };
  }
}
