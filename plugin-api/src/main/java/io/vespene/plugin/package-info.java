/** What a plugin implements and what it is given. */
@NullMarked
package io.vespene.plugin;

import org.jspecify.annotations.NullMarked;
