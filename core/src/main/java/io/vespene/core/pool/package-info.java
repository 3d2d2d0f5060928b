/** Worker pools and their tokens. */
@NullMarked
package io.vespene.core.pool;

import org.jspecify.annotations.NullMarked;
