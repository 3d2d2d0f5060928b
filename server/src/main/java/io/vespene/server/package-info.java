/** Console, REST API and worker endpoints. */
@NullMarked
package io.vespene.server;

import org.jspecify.annotations.NullMarked;
