package io.vespene.worker.plugin;

import java.time.Duration;

/**
 * A trigger as the settings ask for it.
 *
 * @param timeLimit how long it may take
 */
public record TriggerChoice(PluginChoice plugin, Duration timeLimit) {}
