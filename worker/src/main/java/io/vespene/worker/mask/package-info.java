/** Keeps secrets out of everything that is stored or shown. */
@NullMarked
package io.vespene.worker.mask;

import org.jspecify.annotations.NullMarked;
