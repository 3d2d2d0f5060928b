/** Secrets that a run has used, looked for wherever they must not be. */
@NullMarked
package io.vespene.e2e.secret;

import org.jspecify.annotations.NullMarked;
