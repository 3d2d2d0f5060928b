package io.vespene.plugin;

/** A kind of source control, such as git. */
public interface Scm {
  /**
   * What kind it is, such as {@code git}; never changes. Projects name a built-in one by it, others
   * by the name that settings give them.
   */
  String type();

  /**
   * Puts the wanted source into the build's working directory.
   *
   * <p>Called once per build, before its script is written. The directory exists, is empty and
   * belongs to the worker. Url and branch come from people and repositories: they must be checked
   * here too, whatever the server has checked before. Nothing may ask for input.
   *
   * @return what was checked out; {@link SourceRevision#NONE} when there is nothing to say
   * @throws CheckoutFailed if the source can't be had as wanted
   * @throws CommandFailed if a command did not run to its end
   */
  SourceRevision checkOut(Checkout checkout, BuildCommands commands) throws PluginFailure;
}
