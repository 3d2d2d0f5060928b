package io.vespene.plugin;

/**
 * Makes plugins for one way to keep scripts apart; named in {@code
 * META-INF/services/io.vespene.plugin.IsolationFactory}.
 */
public non-sealed interface IsolationFactory extends PluginFactory<Isolation> {}
