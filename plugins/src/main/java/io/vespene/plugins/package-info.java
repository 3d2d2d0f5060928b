/** The built-in plugins. */
@NullMarked
package io.vespene.plugins;

import org.jspecify.annotations.NullMarked;
