/** The values a template can hold, as Python knows them, and the meter that bounds them. */
@NullMarked
package io.vespene.jinja.value;

import org.jspecify.annotations.NullMarked;
