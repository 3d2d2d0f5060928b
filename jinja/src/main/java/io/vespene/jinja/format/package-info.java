/** Python's two ways to put values into a text: {@code %} and {@code format}. */
@NullMarked
package io.vespene.jinja.format;

import org.jspecify.annotations.NullMarked;
