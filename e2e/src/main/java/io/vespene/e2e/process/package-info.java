/** Programs run from tests: to their end, or in the background until a signal. */
@NullMarked
package io.vespene.e2e.process;

import org.jspecify.annotations.NullMarked;
