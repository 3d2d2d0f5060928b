package io.vespene.jinja.python;

import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.math.BigInteger;
import java.util.Optional;

/** {@code + - * / // % **} between any two values, and the signs before one. */
public final class Arithmetic {

  private Arithmetic() {}

  /**
   * The result of the operator, except {@code text % value}, which is formatting.
   *
   * @throws RenderException if the types do not fit or the result would be too large
   */
  public static Value apply(Operator operator, Value left, Value right, Meter meter) {
    Optional<BigInteger> leftInteger = Numbers.findInteger(left);
    Optional<BigInteger> rightInteger = Numbers.findInteger(right);
    if (leftInteger.isPresent() && rightInteger.isPresent()) {
      return IntegerArithmetic.apply(operator, leftInteger.get(), rightInteger.get(), meter);
    }
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return new FloatValue(
          FloatArithmetic.apply(operator, Numbers.requireFloat(left), Numbers.requireFloat(right)));
    }
    requireDefined(left);
    requireDefined(right);
    if (operator == Operator.ADD) {
      return concatenate(left, right, meter);
    }
    if (operator == Operator.MULTIPLY && leftInteger.isPresent()) {
      return repeat(operator, right, left, meter);
    }
    if (operator == Operator.MULTIPLY && rightInteger.isPresent()) {
      return repeat(operator, left, right, meter);
    }
    throw unsupported(operator, left, right);
  }

  public static Value negate(Value value) {
    return value instanceof FloatValue number
        ? new FloatValue(-number.value())
        : new IntegerValue(requireOperand("-", value).negate());
  }

  /** The number itself; truth values become whole numbers. */
  public static Value plus(Value value) {
    return value instanceof FloatValue ? value : new IntegerValue(requireOperand("+", value));
  }

  private static BigInteger requireOperand(String sign, Value value) {
    requireDefined(value);
    return Numbers.findInteger(value)
        .orElseThrow(() ->
            new RenderException(
                "bad operand type for unary %s: '%s'".formatted(sign, value.typeName())));
  }

  private static Value concatenate(Value left, Value right, Meter meter) {
    if (left instanceof TextValue first && right instanceof TextValue second) {
      meter.characters((long) first.value().length() + second.value().length());
      return new TextValue(first.value() + second.value());
    }
    if (left instanceof TextValue || right instanceof TextValue) {
      throw new RenderException(
          "cannot add '%s' to '%s'; use ~ to join anything as text"
              .formatted(right.typeName(), left.typeName()));
    }
    if (left instanceof ListValue first && right instanceof ListValue second) {
      return Repetition.concatenate(first, second, meter);
    }
    if (left instanceof TupleValue first && right instanceof TupleValue second) {
      return Repetition.concatenate(first, second, meter);
    }
    throw unsupported(Operator.ADD, left, right);
  }

  private static Value repeat(Operator operator, Value sequence, Value times, Meter meter) {
    int count = Math.max(0, Numbers.clampToInt(times));
    return switch (sequence) {
      case TextValue text -> Repetition.repeat(text, count, meter);
      case ListValue list -> Repetition.repeat(list, count, meter);
      case TupleValue tuple -> Repetition.repeat(tuple, count, meter);
      default -> throw unsupported(operator, sequence, times);
    };
  }

  private static void requireDefined(Value value) {
    if (value instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
  }

  private static RenderException unsupported(Operator operator, Value left, Value right) {
    return new RenderException(
        "unsupported operand types for %s: '%s' and '%s'"
            .formatted(operator.symbol(), left.typeName(), right.typeName()));
  }
}
