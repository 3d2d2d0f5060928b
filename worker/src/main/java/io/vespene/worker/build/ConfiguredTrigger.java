package io.vespene.worker.build;

import io.vespene.plugin.Hook;
import io.vespene.plugin.Trigger;
import java.time.Duration;

/**
 * A trigger as the settings want it.
 *
 * @param name what the settings call it
 * @param timeLimit how long it may take; positive
 */
public record ConfiguredTrigger(Hook hook, String name, Trigger trigger, Duration timeLimit) {}
