package io.vespene.plugin;

/**
 * A plugin could not do what it was asked to.
 *
 * <p>The reason is shown to people on the build, so it says in one line what is wrong and, where
 * possible, what to do about it. It never holds a secret.
 */
public abstract class PluginFailure extends Exception {
  protected PluginFailure(String reason) {
    super(reason);
  }

  protected PluginFailure(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** What a person reads, without a full stop: "the user vespene_build does not exist". */
  public final String reason() {
    String message = getMessage();
    return message == null ? getClass().getSimpleName() : message;
  }
}
