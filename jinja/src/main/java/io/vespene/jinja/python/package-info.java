/** What Python's operators, comparisons and text forms do, on {@code Value}s. */
@NullMarked
package io.vespene.jinja.python;

import org.jspecify.annotations.NullMarked;
