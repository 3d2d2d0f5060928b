/**
 * The server: pages for people, REST for programs, endpoints for workers.
 *
 * <p>Started by {@link io.vespene.server.VespeneServer}; wired by the {@code …Configuration}
 * classes, which name every part. Rules and SQL live in {@code core}.
 */
@NullMarked
package io.vespene.server;

import org.jspecify.annotations.NullMarked;
