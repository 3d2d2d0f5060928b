/** Carries a build's output to the server: lines, chunks, a spool on disk, a sender. */
@NullMarked
package io.vespene.worker.output;

import org.jspecify.annotations.NullMarked;
