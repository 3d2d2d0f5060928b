/** How filters, tests, methods and functions are declared, found and called. */
@NullMarked
package io.vespene.jinja.routine;

import org.jspecify.annotations.NullMarked;
