/**
 * The filters, grouped by what they work on.
 *
 * <p>To add one, write its method into the group it belongs to and a line into that group's {@code
 * ALL}: its name, its parameters, the method. Whatever may be large is counted before it is made:
 * texts by writing them into a {@code MeteredText} or with {@code Meter.characters}, elements with
 * {@code Meter.elements}, work that makes nothing with {@code Meter.steps}.
 */
@NullMarked
package io.vespene.jinja.filter;

import org.jspecify.annotations.NullMarked;
