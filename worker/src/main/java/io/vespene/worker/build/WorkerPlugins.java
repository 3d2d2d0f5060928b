package io.vespene.worker.build;

import io.vespene.plugin.BuildFacts;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.LineFilter;
import io.vespene.plugin.OutputFilter;
import io.vespene.plugin.Scm;
import java.util.List;
import java.util.Optional;

/**
 * The plugins that a worker has.
 *
 * @param filters in the order in which a line passes them; most often none
 * @param triggers in the order in which those of a moment are fired
 */
public record WorkerPlugins(
    List<Scm> scms,
    List<Isolation> isolations,
    List<OutputFilter> filters,
    List<ConfiguredTrigger> triggers) {
  public WorkerPlugins {
    scms = List.copyOf(scms);
    isolations = List.copyOf(isolations);
    filters = List.copyOf(filters);
    triggers = List.copyOf(triggers);
  }

  public Optional<Scm> findScm(String type) {
    return scms.stream().filter(scm -> scm.type().equals(type)).findFirst();
  }

  public Optional<Isolation> findIsolation(String type) {
    return isolations.stream().filter(isolation -> isolation.type().equals(type)).findFirst();
  }

  List<LineFilter> beginFilters(BuildFacts build) {
    return filters.stream().map(filter -> BegunFilter.begin(filter, build)).toList();
  }
}
