package io.vespene.jinja.istest;

import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.Value;
import java.util.function.Predicate;

/** A test as what it decides. */
@FunctionalInterface
interface IsTest {

  boolean holds(Value subject, Arguments given, Rendering rendering);

  static Routine of(String name, String parameters, IsTest test) {
    return Routine.of(
        name,
        parameters,
        (subject, given, rendering) -> BooleanValue.of(test.holds(subject, given, rendering)));
  }

  /** A test without parameters. */
  static Routine of(String name, Predicate<Value> test) {
    return of(name, "", (subject, given, rendering) -> test.test(subject));
  }
}
