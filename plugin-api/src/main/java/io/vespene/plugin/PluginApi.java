package io.vespene.plugin;

/** These interfaces as a whole. */
public final class PluginApi {
  /**
   * Which version they are. It grows when a plugin made for an older version could no longer work;
   * what is only added leaves it alone.
   */
  public static final int VERSION = 1;

  /** The attribute of a jar's manifest that says which version its plugins were made for. */
  public static final String MANIFEST_ATTRIBUTE = "Vespene-Plugin-Api";

  private PluginApi() {}
}
