@NullMarked
package io.vespene.server;

import org.jspecify.annotations.NullMarked;
