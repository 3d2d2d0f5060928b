/** What no template may do: run long, grow without bound, or break anything but itself. */
@NullMarked
package io.vespene.jinja.budget;

import org.jspecify.annotations.NullMarked;
