/** Stored output: append, read by line, sections. */
@NullMarked
package io.vespene.core.log;

import org.jspecify.annotations.NullMarked;
