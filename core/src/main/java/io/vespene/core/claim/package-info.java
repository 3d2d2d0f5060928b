/** A worker's hold on a build, which fences every call about that build. */
@NullMarked
package io.vespene.core.claim;

import org.jspecify.annotations.NullMarked;
