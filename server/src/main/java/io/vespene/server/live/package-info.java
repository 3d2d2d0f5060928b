/** Answers that are held open: streams of events to browsers, polls of workers. */
@NullMarked
package io.vespene.server.live;

import org.jspecify.annotations.NullMarked;
