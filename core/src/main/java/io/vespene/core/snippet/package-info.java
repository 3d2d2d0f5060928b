/** Snippets: chunks of template text that every script can use. */
@NullMarked
package io.vespene.core.snippet;

import org.jspecify.annotations.NullMarked;
