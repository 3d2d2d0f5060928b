package io.vespene.plugin;

/**
 * Makes plugins for one kind of source control; named in {@code
 * META-INF/services/io.vespene.plugin.ScmFactory}.
 */
public non-sealed interface ScmFactory extends PluginFactory<Scm> {}
