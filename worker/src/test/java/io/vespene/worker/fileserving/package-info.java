@NullMarked
package io.vespene.worker.fileserving;

import org.jspecify.annotations.NullMarked;
