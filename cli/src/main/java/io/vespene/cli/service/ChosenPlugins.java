package io.vespene.cli.service;

import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.PluginEntry;
import io.vespene.cli.settings.PluginPlace;
import io.vespene.cli.settings.PluginsDirectory;
import io.vespene.plugin.Hook;
import io.vespene.worker.plugin.PluginChoice;
import io.vespene.worker.plugin.PluginSettings;
import io.vespene.worker.plugin.TriggerChoice;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the settings say about plugins, as workers want it. */
public final class ChosenPlugins {
  private static final Duration TRIGGER_TIME = Duration.ofMinutes(1);

  private ChosenPlugins() {}

  /** Takes them from all settings; whether there are such plugins shows when they are loaded. */
  public static PluginSettings of(EffectiveSettings settings) {
    return new PluginSettings(
        PluginsDirectory.find(settings),
        choices(settings, PluginPlace.SCM),
        choices(settings, PluginPlace.ISOLATION),
        choices(settings, PluginPlace.OUTPUT),
        Map.of(
            Hook.PRE, triggers(settings, PluginPlace.PRE_TRIGGERS),
            Hook.SUCCESS, triggers(settings, PluginPlace.SUCCESS_TRIGGERS),
            Hook.FAILURE, triggers(settings, PluginPlace.FAILURE_TRIGGERS)));
  }

  private static List<TriggerChoice> triggers(EffectiveSettings settings, PluginPlace place) {
    return settings.plugins(place).stream()
        .map(entry -> new TriggerChoice(choice(entry), entry.timeLimit().orElse(TRIGGER_TIME)))
        .toList();
  }

  private static List<PluginChoice> choices(EffectiveSettings settings, PluginPlace place) {
    return settings.plugins(place).stream().map(ChosenPlugins::choice).toList();
  }

  private static PluginChoice choice(PluginEntry entry) {
    return new PluginChoice(
        entry.key(), entry.name(), entry.plugin(), entry.options(), entry.origin().text());
  }
}
