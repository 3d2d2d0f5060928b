package io.vespene.jinja.evaluate;

import io.vespene.jinja.routine.RoutineTable;
import io.vespene.jinja.value.Value;
import java.util.Map;

/** The filters, tests and functions that every template can use. */
public record Language(RoutineTable filters, RoutineTable tests, Map<String, Value> globals) {

  public Language {
    globals = Map.copyOf(globals);
  }
}
