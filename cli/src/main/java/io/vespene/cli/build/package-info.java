/** The commands about builds. */
@NullMarked
package io.vespene.cli.build;

import org.jspecify.annotations.NullMarked;
