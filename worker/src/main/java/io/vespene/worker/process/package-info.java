/** Starts programs in sessions of their own, finds all that they started, and ends it. */
@NullMarked
package io.vespene.worker.process;

import org.jspecify.annotations.NullMarked;
