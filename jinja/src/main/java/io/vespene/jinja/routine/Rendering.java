package io.vespene.jinja.routine;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.random.RandomGenerator;

/** What a routine may ask of the rendering that calls it. */
public interface Rendering {

  Meter meter();

  /** The filter's result for a value, as {@code value | name(arguments)}. */
  Value filter(String name, Value subject, CallArguments arguments);

  /** The test's result for a value, as {@code value is name(arguments)}. */
  boolean test(String name, Value subject, CallArguments arguments);

  boolean hasFilter(String name);

  boolean hasTest(String name);

  /** {@code value.name}: its attribute or method, else its element. */
  Value attribute(Value subject, String name);

  /** {@code value[key]}: its element, else its attribute. */
  Value item(Value subject, Value key);

  /** A missing value, strict or lenient as this rendering wants it. */
  UndefinedValue undefined(String description);

  /** Numbers that are the same in every rendering of the same template. */
  RandomGenerator random();
}
