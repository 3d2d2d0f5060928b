/** Breaks a whole installation at random while builds run, and proves that its promises hold. */
@NullMarked
package io.vespene.e2e.chaos;

import org.jspecify.annotations.NullMarked;
