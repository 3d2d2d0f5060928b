package io.vespene.jinja.filter;

import io.vespene.jinja.routine.RoutineTable;

/** All filters by name. */
public final class Filters {

  public static final RoutineTable ALL =
      RoutineTable.of(
          "filter",
          TextFilters.ALL,
          LayoutFilters.ALL,
          EscapeFilters.ALL,
          NumberFilters.ALL,
          ConversionFilters.ALL,
          ValueFilters.ALL,
          SequenceFilters.ALL,
          PartFilters.ALL,
          SelectFilters.ALL,
          SortFilters.ALL,
          JsonFilters.ALL,
          EncodingFilters.ALL,
          RegexFilters.ALL);

  private Filters() {}
}
