/** The commands that set up and examine an installation. */
@NullMarked
package io.vespene.cli.administration;

import org.jspecify.annotations.NullMarked;
