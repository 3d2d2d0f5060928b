/** Variables: sets of them, the layers they come in, and which layer wins. */
@NullMarked
package io.vespene.core.variable;

import org.jspecify.annotations.NullMarked;
