package io.vespene.worker.plugin;

import io.vespene.plugin.Hook;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.OutputFilter;
import io.vespene.plugin.PluginFactory;
import io.vespene.plugin.Scm;
import io.vespene.worker.build.ConfiguredTrigger;
import io.vespene.worker.build.WorkerPlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the plugins of others, and makes all that the settings ask for. */
public final class LoadPlugins {
  private static final Duration MAKING_LIMIT = Duration.ofSeconds(10);

  private final PluginCatalog catalog = new PluginCatalog();
  private final PluginSettings settings;

  private LoadPlugins(PluginSettings settings, List<PluginFactory<?>> builtIn) {
    this.settings = settings;
    builtIn.forEach(factory -> catalog.add(factory, "built in"));
    settings.directory().ifPresent(this::addJars);
  }

  /**
   * Adds to the plugins that every worker has what the settings ask for.
   *
   * @param builtIn what makes built-in plugins that need settings
   * @throws PluginRefused naming the first jar, or the first place in the settings, that is wrong
   */
  public static WorkerPlugins load(
      WorkerPlugins always, PluginSettings settings, List<PluginFactory<?>> builtIn) {
    return new LoadPlugins(settings, builtIn).withChosen(always);
  }

  /**
   * Makes what the settings ask for, and forgets it again; what they can ask for, as people read
   * it: "trigger slack (built in)".
   *
   * @throws PluginRefused as {@link #load}
   */
  public static List<String> examine(PluginSettings settings, List<PluginFactory<?>> builtIn) {
    var plugins = new LoadPlugins(settings, builtIn);
    plugins.withChosen(new WorkerPlugins(List.of(), List.of(), List.of(), List.of()));
    return plugins.catalog.describe();
  }

  private void addJars(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new PluginRefused("plugins-directory: there is no directory " + directory);
    }
    PluginJar.requireOwn(directory);
    for (Path file : jars(directory)) {
      var jar = new PluginJar(file);
      jar.load().forEach(factory -> catalog.add(factory, file.getFileName().toString()));
    }
  }

  private static List<Path> jars(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new PluginRefused("plugins-directory: " + directory + " can't be read", e);
    }
  }

  private WorkerPlugins withChosen(WorkerPlugins always) {
    List<Scm> scms = new ArrayList<>(always.scms());
    for (PluginChoice choice : settings.scms()) {
      requireFree(choice, always.findScm(choice.name()).isEmpty());
      scms.add(
          new NamedScm(choice.name(), PluginCatalog.make(catalog.scms(), choice, MAKING_LIMIT)));
    }
    List<Isolation> isolations = new ArrayList<>(always.isolations());
    for (PluginChoice choice : settings.isolations()) {
      requireFree(choice, always.findIsolation(choice.name()).isEmpty());
      isolations.add(
          new NamedIsolation(
              choice.name(), PluginCatalog.make(catalog.isolations(), choice, MAKING_LIMIT)));
    }
    List<OutputFilter> filters = new ArrayList<>(always.filters());
    for (PluginChoice choice : settings.filters()) {
      filters.add(PluginCatalog.make(catalog.filters(), choice, MAKING_LIMIT));
    }
    List<ConfiguredTrigger> triggers = new ArrayList<>(always.triggers());
    for (Hook hook : Hook.values()) {
      for (TriggerChoice choice : settings.triggers().getOrDefault(hook, List.of())) {
        triggers.add(
            new ConfiguredTrigger(
                hook,
                choice.plugin().name(),
                PluginCatalog.make(catalog.triggers(), choice.plugin(), MAKING_LIMIT),
                choice.timeLimit()));
      }
    }
    return new WorkerPlugins(scms, isolations, filters, triggers);
  }

  private static void requireFree(PluginChoice choice, boolean free) {
    if (!free) {
      throw choice.refused(choice.name() + " is the name of a built-in plugin: choose another");
    }
  }
}
