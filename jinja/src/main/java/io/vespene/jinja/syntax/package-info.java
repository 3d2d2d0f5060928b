/** From template text to syntax tree. */
@NullMarked
package io.vespene.jinja.syntax;

import org.jspecify.annotations.NullMarked;
