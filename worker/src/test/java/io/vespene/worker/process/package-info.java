@NullMarked
package io.vespene.worker.process;

import org.jspecify.annotations.NullMarked;
