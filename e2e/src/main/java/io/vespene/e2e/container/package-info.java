/** A docker made for a test, and an image in it. */
@NullMarked
package io.vespene.e2e.container;

import org.jspecify.annotations.NullMarked;
