/** What workers ask for below {@code /worker/v1}. */
@NullMarked
package io.vespene.server.worker;

import org.jspecify.annotations.NullMarked;
