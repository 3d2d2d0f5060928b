package io.vespene.worker.plugin;

/** A plugin, or what the settings say about one, can't be used; the worker has not started. */
public final class PluginRefused extends RuntimeException {
  PluginRefused(String problem) {
    super(problem);
  }

  PluginRefused(String problem, Throwable cause) {
    super(problem, cause);
  }
}
