@NullMarked
package io.vespene.e2e.browser;

import org.jspecify.annotations.NullMarked;
