/** Projects and the rules of their fields. */
@NullMarked
package io.vespene.core.project;

import org.jspecify.annotations.NullMarked;
