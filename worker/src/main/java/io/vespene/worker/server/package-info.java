/** Talks to the servers: one of several at a time, the next when it fails. */
@NullMarked
package io.vespene.worker.server;

import org.jspecify.annotations.NullMarked;
