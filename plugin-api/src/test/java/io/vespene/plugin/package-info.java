@NullMarked
package io.vespene.plugin;

import org.jspecify.annotations.NullMarked;
