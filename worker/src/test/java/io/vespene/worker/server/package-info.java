@NullMarked
package io.vespene.worker.server;

import org.jspecify.annotations.NullMarked;
