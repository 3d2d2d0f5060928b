/** How close the language is to Jinja2: a corpus of its answers, and random templates. */
@NullMarked
package io.vespene.jinja.conformance;

import org.jspecify.annotations.NullMarked;
