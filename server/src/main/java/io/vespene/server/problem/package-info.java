/**
 * Everything that goes wrong, told to whoever asked: as problem details (RFC 9457) to programs, as
 * a page to people. The only place that knows which HTTP status a failure has.
 */
@NullMarked
package io.vespene.server.problem;

import org.jspecify.annotations.NullMarked;
