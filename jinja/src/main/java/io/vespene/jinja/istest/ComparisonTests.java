package io.vespene.jinja.istest;

import io.vespene.jinja.python.Equality;
import io.vespene.jinja.python.Membership;
import io.vespene.jinja.python.Ordering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** Tests that compare a value with another; each operator has several names. */
final class ComparisonTests {

  static final List<Routine> ALL =
      Stream.of(
              named(Equality::equal, "==", "eq", "equalto"),
              named((left, right, meter) -> !Equality.equal(left, right, meter), "!=", "ne"),
              named(Ordering::less, "<", "lt", "lessthan"),
              named(Ordering::lessOrEqual, "<=", "le"),
              named(Ordering::greater, ">", "gt", "greaterthan"),
              named(Ordering::greaterOrEqual, ">=", "ge"),
              named((left, right, meter) -> Membership.contains(right, left, meter), "in"),
              named((left, right, meter) -> Equality.identical(left, right), "sameas"))
          .flatMap(List::stream)
          .toList();

  private ComparisonTests() {}

  private interface Comparison {
    boolean holds(Value left, Value right, Meter meter);
  }

  private static List<Routine> named(Comparison comparison, String... names) {
    return Stream.of(names)
        .map(name ->
            IsTest.of(
                name,
                "other",
                (subject, given, rendering) ->
                    comparison.holds(subject, given.value("other"), rendering.meter())))
        .toList();
  }
}
