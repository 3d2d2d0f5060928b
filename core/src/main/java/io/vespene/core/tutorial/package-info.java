/** The pool and the projects of a first start. */
@NullMarked
package io.vespene.core.tutorial;

import org.jspecify.annotations.NullMarked;
