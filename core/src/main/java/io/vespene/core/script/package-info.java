/** From a project's script and all variables to the text that a worker runs. */
@NullMarked
package io.vespene.core.script;

import org.jspecify.annotations.NullMarked;
