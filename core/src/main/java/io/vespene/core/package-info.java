/** Everything the product knows, wired in one place: {@link io.vespene.core.Core}. */
@NullMarked
package io.vespene.core;

import org.jspecify.annotations.NullMarked;
