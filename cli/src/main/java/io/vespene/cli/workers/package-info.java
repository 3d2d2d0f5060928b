/** The commands about workers. */
@NullMarked
package io.vespene.cli.workers;

import org.jspecify.annotations.NullMarked;
