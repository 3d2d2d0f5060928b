/** The template language of scripts. */
@NullMarked
package io.vespene.jinja;

import org.jspecify.annotations.NullMarked;
