/** Periodic duties, each under an advisory lock. */
@NullMarked
package io.vespene.core.duty;

import org.jspecify.annotations.NullMarked;
