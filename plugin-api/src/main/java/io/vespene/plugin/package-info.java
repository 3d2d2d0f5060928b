/**
 * What a plugin implements and what it is given: the only package that plugin authors compile
 * against.
 *
 * <p>A plugin is one object that serves every build of a worker, several at a time, so it must be
 * safe for use by many threads. Whatever it needs for one build arrives as an argument. It starts
 * programs only through {@link io.vespene.plugin.BuildCommands}, so that their output reaches the
 * build's log and stopping the build stops them too.
 *
 * <table>
 * <caption>Kinds of plugin</caption>
 * <tr><th>kind</th><th>asked</th></tr>
 * <tr><td>{@link io.vespene.plugin.Scm}</td><td>to fill a build's working directory</td></tr>
 * <tr><td>{@link io.vespene.plugin.Isolation}</td><td>to keep a script away from the rest</td></tr>
 * <tr><td>{@link io.vespene.plugin.OutputFilter}</td><td>to change lines of output</td></tr>
 * <tr><td>{@link io.vespene.plugin.Trigger}</td><td>to act before and after a build</td></tr>
 * </table>
 *
 * <p>For each kind there is a {@link io.vespene.plugin.PluginFactory}, which makes plugins as the
 * settings ask for them. An exception of a plugin that its method does not name costs one build,
 * never the worker.
 */
@NullMarked
package io.vespene.plugin;

import org.jspecify.annotations.NullMarked;
