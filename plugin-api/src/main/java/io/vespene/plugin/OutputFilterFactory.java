package io.vespene.plugin;

/**
 * Makes output filters; named in {@code META-INF/services/io.vespene.plugin.OutputFilterFactory}.
 */
public non-sealed interface OutputFilterFactory extends PluginFactory<OutputFilter> {}
