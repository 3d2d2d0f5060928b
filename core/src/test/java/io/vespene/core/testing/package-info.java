/** What database tests of all modules stand on. */
@NullMarked
package io.vespene.core.testing;

import org.jspecify.annotations.NullMarked;
