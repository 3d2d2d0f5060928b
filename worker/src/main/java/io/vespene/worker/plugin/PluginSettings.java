package io.vespene.worker.plugin;

import io.vespene.plugin.Hook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which plugins a worker shall have beside the built-in ones.
 *
 * @param directory where the jars of others' plugins are; all in it are loaded
 * @param scms kinds of source control that projects can name
 * @param isolations that worker pools can name
 * @param filters in the order in which a line passes them
 * @param triggers in the order in which they are fired
 */
public record PluginSettings(
    Optional<Path> directory,
    List<PluginChoice> scms,
    List<PluginChoice> isolations,
    List<PluginChoice> filters,
    Map<Hook, List<TriggerChoice>> triggers) {
  /** None. */
  public static final PluginSettings NONE =
      new PluginSettings(Optional.empty(), List.of(), List.of(), List.of(), Map.of());

  public PluginSettings {
    scms = List.copyOf(scms);
    isolations = List.copyOf(isolations);
    filters = List.copyOf(filters);
    triggers = Map.copyOf(triggers);
  }
}
