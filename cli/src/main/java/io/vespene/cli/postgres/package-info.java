/**
 * A PostgreSQL of our own: unpacked, initialised, started and stopped for {@code up}. It listens on
 * the loopback address only, wants a password, and writes to disk before it says that it has.
 *
 * <p>The programs come from a library; its own class for running them is made for tests: it trusts
 * everybody on the machine, turns fsync off, and removes directories that it takes for old.
 */
@NullMarked
package io.vespene.cli.postgres;

import org.jspecify.annotations.NullMarked;
