/** The commands about snippets. */
@NullMarked
package io.vespene.cli.snippet;

import org.jspecify.annotations.NullMarked;
