/**
 * The filters, grouped by what they work on.
 *
 * <p>To add one, write its method into the group it belongs to and a line into that group's {@code
 * ALL}: its name, its parameters, the method. Count what it makes with the {@code Meter} before it
 * is made.
 */
@NullMarked
package io.vespene.jinja.filter;

import org.jspecify.annotations.NullMarked;
