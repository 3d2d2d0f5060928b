/** Runs a syntax tree: statements, expressions, macros and loops. */
@NullMarked
package io.vespene.jinja.evaluate;

import org.jspecify.annotations.NullMarked;
