/** Remembers what each build leaves on this machine, and removes what dead workers left. */
@NullMarked
package io.vespene.worker.sweep;

import org.jspecify.annotations.NullMarked;
