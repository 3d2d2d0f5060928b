/** The global functions: {@code range}, {@code dict}, {@code namespace} and the like. */
@NullMarked
package io.vespene.jinja.function;

import org.jspecify.annotations.NullMarked;
