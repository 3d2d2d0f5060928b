/** Removes directories of builds that the servers say nobody needs any more. */
@NullMarked
package io.vespene.worker.retention;

import org.jspecify.annotations.NullMarked;
