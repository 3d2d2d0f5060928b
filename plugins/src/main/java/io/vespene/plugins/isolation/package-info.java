/** The ways to keep a script apart: as another user, or not at all. */
@NullMarked
package io.vespene.plugins.isolation;

import org.jspecify.annotations.NullMarked;
