/** Builds: queue, hand-over, life, history. */
@NullMarked
package io.vespene.core.build;

import org.jspecify.annotations.NullMarked;
