/**
 * The template language of scripts: Jinja2 for texts that are not HTML, with a budget.
 *
 * <p>The types of this package are the whole interface; the packages below it are its workings.
 */
@NullMarked
package io.vespene.jinja;

import org.jspecify.annotations.NullMarked;
