package io.vespene.plugin;

/**
 * The commands of an isolation, of two kinds.
 *
 * @param preparing end when the build is stopped: for what may take long, such as fetching an image
 * @param lasting go on while the build is being stopped, and stay usable until {@link
 *     IsolatedBuild#close()} is over: for short commands that make, signal and remove
 */
public record IsolationCommands(BuildCommands preparing, BuildCommands lasting) {}
