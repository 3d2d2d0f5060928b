package io.vespene.plugin;

/** A script can't be kept apart as its worker pool demands, so it must not run. */
public final class IsolationRefused extends PluginFailure {
  public IsolationRefused(String reason) {
    super(reason);
  }

  public IsolationRefused(String reason, Throwable cause) {
    super(reason, cause);
  }
}
