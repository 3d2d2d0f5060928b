package io.vespene.plugin;

/** A trigger could not do its work. */
public final class TriggerFailed extends PluginFailure {
  public TriggerFailed(String reason) {
    super(reason);
  }

  public TriggerFailed(String reason, Throwable cause) {
    super(reason, cause);
  }
}
