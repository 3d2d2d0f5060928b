@NullMarked
package io.vespene.worker.plugin;

import org.jspecify.annotations.NullMarked;
