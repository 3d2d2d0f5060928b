@NullMarked
package io.vespene.worker.build;

import org.jspecify.annotations.NullMarked;
