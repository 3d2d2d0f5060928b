package io.vespene.plugin;

/**
 * Which project a build belongs to.
 *
 * @param scmType {@code git}, {@code svn}, {@code none} or the name of another plugin
 * @param repoUrl without a password; empty when there is no repository
 */
public record ProjectFacts(long id, String name, String scmType, String repoUrl) {}
