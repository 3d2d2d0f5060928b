/** Pipelines, and their runs: which stage a run has reached, and what must be built for it. */
@NullMarked
package io.vespene.core.pipeline;

import org.jspecify.annotations.NullMarked;
