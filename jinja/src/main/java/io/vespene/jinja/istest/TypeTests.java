package io.vespene.jinja.istest;

import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.routine.CallableValue;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RangeValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.List;

/** Tests that ask what a value is. */
final class TypeTests {

  static final List<Routine> ALL =
      List.of(
          IsTest.of("defined", value -> !(value instanceof UndefinedValue)),
          IsTest.of("undefined", value -> value instanceof UndefinedValue),
          IsTest.of("none", value -> value == NoneValue.NONE),
          IsTest.of("boolean", value -> value instanceof BooleanValue),
          IsTest.of("true", value -> value == BooleanValue.TRUE),
          IsTest.of("false", value -> value == BooleanValue.FALSE),
          IsTest.of("integer", value -> value instanceof IntegerValue),
          IsTest.of("float", value -> value instanceof FloatValue),
          IsTest.of("number", Numbers::isNumber),
          IsTest.of("string", value -> value instanceof TextValue),
          IsTest.of("mapping", value -> value instanceof DictValue),
          IsTest.of("sequence", TypeTests::isSequence),
          IsTest.of("iterable", TypeTests::isIterable),
          IsTest.of("callable", TypeTests::isCallable),
          IsTest.of("escaped", value -> false));

  private TypeTests() {}

  private static boolean isSequence(Value value) {
    return switch (value) {
      case TextValue _, ListValue _, TupleValue _, DictValue _, RangeValue _ -> true;
      case UndefinedValue undefined -> !undefined.strict();
      default -> false;
    };
  }

  private static boolean isIterable(Value value) {
    if (value instanceof UndefinedValue undefined) {
      undefined.requireLenient();
    }
    return Iteration.isIterable(value);
  }

  /** Something undefined counts as callable, as in Jinja2, though calling it fails. */
  private static boolean isCallable(Value value) {
    return value instanceof CallableValue || value instanceof UndefinedValue;
  }
}
