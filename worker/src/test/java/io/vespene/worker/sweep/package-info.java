@NullMarked
package io.vespene.worker.sweep;

import org.jspecify.annotations.NullMarked;
