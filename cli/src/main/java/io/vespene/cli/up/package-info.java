/** Everything on one machine: PostgreSQL, a server and a worker in one process. */
@NullMarked
package io.vespene.cli.up;

import org.jspecify.annotations.NullMarked;
