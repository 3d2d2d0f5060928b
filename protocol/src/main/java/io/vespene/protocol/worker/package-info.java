/** What workers and servers say to each other. */
@NullMarked
package io.vespene.protocol.worker;

import org.jspecify.annotations.NullMarked;
