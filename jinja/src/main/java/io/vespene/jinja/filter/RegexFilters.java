package io.vespene.jinja.filter;

import io.vespene.jinja.routine.Routine;
import java.util.List;

/** Filters with regular expressions. */
final class RegexFilters {

  static final List<Routine> ALL = List.of();

  private RegexFilters() {}
}
