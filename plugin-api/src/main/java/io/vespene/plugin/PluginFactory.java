package io.vespene.plugin;

/**
 * Makes the plugins of one type, as settings ask for them.
 *
 * <p>The jar of a plugin names its factories in {@code META-INF/services}, in one file per kind,
 * and each has a public constructor without parameters. Its manifest says which version of these
 * interfaces it was made for: {@code Vespene-Plugin-Api: 1}.
 *
 * @param <P> the kind of plugin
 */
public sealed interface PluginFactory<P>
    permits IsolationFactory, OutputFilterFactory, ScmFactory, TriggerFactory {
  /**
   * The word that settings name these plugins by, as in {@code plugin: slack}: small letters,
   * digits, {@code _} and {@code -}, beginning with a letter. Never changes.
   */
  String type();

  /**
   * Makes a plugin; called once per entry of the settings, when the worker starts.
   *
   * <p>It reads every option it knows, whether that is given or not: one that is given and was not
   * read is refused as unknown. It starts nothing and waits for nobody, as the worker waits for it.
   *
   * @throws InvalidOption if an option is missing or has a value it can't have; the worker does not
   *     start then
   */
  P create(PluginOptions options);
}
