/** Claims builds and runs them. */
@NullMarked
package io.vespene.worker;

import org.jspecify.annotations.NullMarked;
