package io.vespene.plugin;

/** The source could not be checked out: it is missing, refused, or took too long. */
public final class CheckoutFailed extends PluginFailure {
  public CheckoutFailed(String reason) {
    super(reason);
  }

  public CheckoutFailed(String reason, Throwable cause) {
    super(reason, cause);
  }
}
