/** Speaks to a server's REST API. */
@NullMarked
package io.vespene.cli.client;

import org.jspecify.annotations.NullMarked;
