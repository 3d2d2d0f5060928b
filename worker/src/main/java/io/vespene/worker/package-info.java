/** The worker: claims builds and runs them. Begins at {@link io.vespene.worker.WorkerProgram}. */
@NullMarked
package io.vespene.worker;

import org.jspecify.annotations.NullMarked;
