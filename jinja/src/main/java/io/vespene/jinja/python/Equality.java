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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Python's {@code ==}. */
public final class Equality {

  private Equality() {}

  /**
   * Whether two values are equal; values of different kinds are not, except numbers.
   *
   * @throws RenderException if one is strictly undefined
   */
  public static boolean equal(Value left, Value right, Meter meter) {
    meter.step();
    if (right instanceof UndefinedValue undefined) {
      undefined.requireLenient();
    }
    return switch (left) {
      case TextValue text -> right instanceof TextValue other && equal(text, other, meter);
      case IntegerValue _, BooleanValue _, FloatValue _ ->
          Numbers.isNumber(right) && compareNumbers(left, right) == Sign.EQUAL;
      case ListValue list ->
          right instanceof ListValue other && equal(list.items(), other.items(), meter);
      case TupleValue tuple ->
          right instanceof TupleValue other && equal(tuple.items(), other.items(), meter);
      case DictValue dict -> right instanceof DictValue other && equal(dict, other, meter);
      case RangeValue range -> right instanceof RangeValue other && equal(range, other);
      case UndefinedValue undefined -> {
        undefined.requireLenient();
        yield right instanceof UndefinedValue;
      }
      case DictView view -> right instanceof DictView other && equal(view, other, meter);
      case NoneValue _, StreamValue _, ObjectValue _ -> identical(left, right);
    };
  }

  /** Python's {@code is}: one and the same thing. */
  public static boolean identical(Value left, Value right) {
    return switch (left) {
      case TextValue text -> right instanceof TextValue other && text.equals(other);
      case IntegerValue integer -> right instanceof IntegerValue other && integer.equals(other);
      case TupleValue tuple when tuple.items().isEmpty() ->
          right instanceof TupleValue other && other.items().isEmpty();
      default -> same(left, right);
    };
  }

  @SuppressWarnings("ReferenceEquality") // identity is the question here
  private static boolean same(Object left, Object right) {
    return left == right;
  }

  /** How two numbers compare; exact also between large whole numbers and floats. */
  static Sign compareNumbers(Value left, Value right) {
    if (left instanceof FloatValue first && right instanceof FloatValue second) {
      return Sign.compare(first.value(), second.value());
    }
    if (left instanceof FloatValue first) {
      return compare(Numbers.requireInteger(right), first.value()).opposite();
    }
    if (right instanceof FloatValue second) {
      return compare(Numbers.requireInteger(left), second.value());
    }
    return Sign.of(Numbers.requireInteger(left).compareTo(Numbers.requireInteger(right)));
  }

  private static Sign compare(BigInteger integer, double number) {
    if (!Double.isFinite(number)) {
      return Sign.compare(0, number);
    }
    return Sign.of(new BigDecimal(integer).compareTo(new BigDecimal(number)));
  }

  private static boolean equal(TextValue left, TextValue right, Meter meter) {
    meter.characters(Math.min(left.value().length(), right.value().length()) / Byte.SIZE);
    return left.value().equals(right.value());
  }

  private static boolean equal(List<Value> left, List<Value> right, Meter meter) {
    if (left.size() != right.size()) {
      return false;
    }
    meter.descend();
    boolean equal = true;
    for (int i = 0; equal && i < left.size(); i++) {
      equal = same(left.get(i), right.get(i)) || equal(left.get(i), right.get(i), meter);
    }
    meter.ascend();
    return equal;
  }

  private static boolean equal(DictValue left, DictValue right, Meter meter) {
    if (left.size() != right.size()) {
      return false;
    }
    meter.descend();
    boolean equal = true;
    for (DictValue.Entry entry : left.entries()) {
      equal =
          right
              .find(entry.key(), meter)
              .filter(value -> same(value, entry.value()) || equal(entry.value(), value, meter))
              .isPresent();
      if (!equal) {
        break;
      }
    }
    meter.ascend();
    return equal;
  }

  /**
   * Views of keys and of items compare as sets do; views of values are only equal to themselves.
   */
  private static boolean equal(DictView left, DictView right, Meter meter) {
    if (left.kind() == DictView.Kind.VALUES || right.kind() == DictView.Kind.VALUES) {
      return same(left, right);
    }
    if (left.dict().size() != right.dict().size()) {
      return false;
    }
    meter.descend();
    boolean equal = true;
    for (Value item : left.items()) {
      equal = equal && Membership.contains(right, item, meter);
    }
    meter.ascend();
    return equal;
  }

  private static boolean equal(RangeValue left, RangeValue right) {
    int size = left.size();
    return size == right.size()
        && (size == 0 || left.start() == right.start())
        && (size <= 1 || left.step() == right.step());
  }
}
