@NullMarked
package io.vespene.worker.claim;

import org.jspecify.annotations.NullMarked;
