package io.vespene.core.stage;

import io.vespene.core.variable.ObjectVariables;

/**
 * What a person says about a stage.
 *
 * @param name unique
 * @param variables what the scripts of all projects of the stage see
 */
public record StageDraft(String name, String description, ObjectVariables variables) {}
