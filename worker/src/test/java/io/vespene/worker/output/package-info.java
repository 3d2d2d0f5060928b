@NullMarked
package io.vespene.worker.output;

import org.jspecify.annotations.NullMarked;
