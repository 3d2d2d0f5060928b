package io.vespene.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What stands for a value in a hash table: equal objects for values that are equal in Python. */
public final class HashKey {

  private HashKey() {}

  /**
   * The key of a value.
   *
   * @throws RenderException if the value can change and so cannot be a key
   */
  public static Object of(Value value, Meter meter) {
    return switch (value) {
      case TextValue text -> text.value();
      case IntegerValue integer -> integer.value();
      case BooleanValue bool -> bool.isTrue() ? BigInteger.ONE : BigInteger.ZERO;
      case FloatValue number -> ofFloat(number.value());
      case NoneValue none -> none;
      case TupleValue tuple -> ofTuple(tuple, meter);
      case UndefinedValue undefined -> {
        undefined.requireLenient();
        yield UndefinedValue.class;
      }
      case RangeValue range -> range;
      case ListValue _, DictValue _, DictView _ ->
          throw new RenderException("unhashable type: '" + value.typeName() + "'");
      case StreamValue stream -> stream;
      case ObjectValue object -> object;
    };
  }

  private static Object ofFloat(double number) {
    boolean whole = Double.isFinite(number) && number == Math.rint(number);
    return whole ? new BigDecimal(number).toBigInteger() : Double.valueOf(number);
  }

  private static Object ofTuple(TupleValue tuple, Meter meter) {
    meter.descend();
    List<Object> keys = new ArrayList<>(tuple.items().size());
    for (Value item : tuple.items()) {
      meter.elements(1);
      keys.add(of(item, meter));
    }
    meter.ascend();
    return keys;
  }
}
