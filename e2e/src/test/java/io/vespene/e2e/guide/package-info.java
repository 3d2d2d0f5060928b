/** The commands of the user guide, run as they stand there. */
@NullMarked
package io.vespene.e2e.guide;

import org.jspecify.annotations.NullMarked;
