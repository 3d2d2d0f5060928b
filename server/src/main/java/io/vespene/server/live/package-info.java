/**
 * Streams of events to browsers: what happens to builds, as it happens.
 *
 * <pre>
 * GET /live/changes            event "builds":   builds got another status
 * GET /live/builds/{id}?from=  event "build":    the build, as REST tells it
 *                              event "sections": all sections of its log
 *                              event "log":      new lines; the event's id is the next {@code from}
 *                              event "end":      nothing more will come; close the stream
 * </pre>
 *
 * <p>A stream ends by itself after some minutes and when the server stops; browsers come back by
 * themselves and go on where they were.
 */
@NullMarked
package io.vespene.server.live;

import org.jspecify.annotations.NullMarked;
