/** The commands about worker pools. */
@NullMarked
package io.vespene.cli.pool;

import org.jspecify.annotations.NullMarked;
