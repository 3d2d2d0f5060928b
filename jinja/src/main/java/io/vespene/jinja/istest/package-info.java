/** The tests that may follow {@code is}: {@code defined}, {@code odd}, {@code mapping}. */
@NullMarked
package io.vespene.jinja.istest;

import org.jspecify.annotations.NullMarked;
