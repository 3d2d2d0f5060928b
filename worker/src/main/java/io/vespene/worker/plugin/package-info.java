/** The plugins of a worker: found in jars, made as the settings ask. */
@NullMarked
package io.vespene.worker.plugin;

import org.jspecify.annotations.NullMarked;
