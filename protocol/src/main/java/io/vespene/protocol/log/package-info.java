/**
 * A build's log on its way: frames in a fixed order, each with a sequence number.
 *
 * <p>The same bytes lie in the worker's spool, cross the wire and are understood by the server.
 * Lines are packed (see {@link io.vespene.protocol.log.LinePacker}) so that each keeps its time,
 * its exact bytes and whether a newline ended it.
 */
@NullMarked
package io.vespene.protocol.log;

import org.jspecify.annotations.NullMarked;
