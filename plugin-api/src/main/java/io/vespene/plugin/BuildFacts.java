package io.vespene.plugin;

/**
 * Which build it is.
 *
 * @param build its number
 * @param project the name of its project
 * @param url its page on the server; empty when no server has said so
 */
public record BuildFacts(long build, String project, String url) {}
