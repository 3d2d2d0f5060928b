package io.vespene.jinja.istest;

import io.vespene.jinja.routine.RoutineTable;

/** All tests by name. */
public final class IsTests {

  public static final RoutineTable ALL =
      RoutineTable.of("test", TypeTests.ALL, NumberTests.ALL, ComparisonTests.ALL, NameTests.ALL);

  private IsTests() {}
}
