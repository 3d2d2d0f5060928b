/** How builds are kept apart from the worker and from each other. */
@NullMarked
package io.vespene.e2e.isolation;

import org.jspecify.annotations.NullMarked;
