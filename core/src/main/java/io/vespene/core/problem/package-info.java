/** Errors that a caller can understand, and that a person can do something about. */
@NullMarked
package io.vespene.core.problem;

import org.jspecify.annotations.NullMarked;
