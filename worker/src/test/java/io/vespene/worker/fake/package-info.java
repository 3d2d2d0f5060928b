/** A server for the worker's tests that speaks the worker protocol over real sockets. */
@NullMarked
package io.vespene.worker.fake;

import org.jspecify.annotations.NullMarked;
