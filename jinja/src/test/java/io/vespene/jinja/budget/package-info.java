/** Whether any input can make a rendering take more than it may. */
@NullMarked
package io.vespene.jinja.budget;

import org.jspecify.annotations.NullMarked;
