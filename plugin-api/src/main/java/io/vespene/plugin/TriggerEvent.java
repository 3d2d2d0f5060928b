package io.vespene.plugin;

import java.nio.file.Path;

/**
 * What a trigger is told.
 *
 * @param build which build it is
 * @param hook the moment
 * @param reason how the build ended, as a person reads it; empty before the build
 * @param workingDirectory where the build works; does not exist yet before the build
 */
public record TriggerEvent(
    BuildFacts build, Trigger.Hook hook, String reason, Path workingDirectory) {}
