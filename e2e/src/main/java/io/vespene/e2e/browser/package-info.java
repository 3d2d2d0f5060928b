/** The pages, seen through a real browser. */
@NullMarked
package io.vespene.e2e.browser;

import org.jspecify.annotations.NullMarked;
