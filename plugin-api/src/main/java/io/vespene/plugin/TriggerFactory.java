package io.vespene.plugin;

/** Makes triggers; named in {@code META-INF/services/io.vespene.plugin.TriggerFactory}. */
public non-sealed interface TriggerFactory extends PluginFactory<Trigger> {}
