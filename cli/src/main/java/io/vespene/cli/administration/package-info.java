/** The commands that set up an installation. */
@NullMarked
package io.vespene.cli.administration;

import org.jspecify.annotations.NullMarked;
