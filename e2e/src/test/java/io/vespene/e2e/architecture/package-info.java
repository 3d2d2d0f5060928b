/** Holds the product's classes to the table in ARCHITECTURE.md and to the rules of its style. */
@NullMarked
package io.vespene.e2e.architecture;

import org.jspecify.annotations.NullMarked;
