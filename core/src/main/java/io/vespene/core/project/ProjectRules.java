package io.vespene.core.project;

/**
 * What a project may be.
 *
 * @param allowFileRepositories whether repositories may be paths of the worker's machine
 */
public record ProjectRules(boolean allowFileRepositories) {}
