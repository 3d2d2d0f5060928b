/** The commands about variable sets. */
@NullMarked
package io.vespene.cli.variableset;

import org.jspecify.annotations.NullMarked;
