package io.vespene.worker.build;

import io.vespene.plugin.PluginFailure;

/** A plugin did what no plugin may: it threw something else than a failure, or did not return. */
public final class PluginBroke extends PluginFailure {
  public PluginBroke(String reason) {
    super(reason);
  }

  public PluginBroke(String reason, Throwable cause) {
    super(reason, cause);
  }
}
