/** Git repositories made for a test, and servers that offer them over http and ssh. */
@NullMarked
package io.vespene.e2e.git;

import org.jspecify.annotations.NullMarked;
