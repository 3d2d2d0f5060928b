/** Runs one build: a class for each phase of the build flow. */
@NullMarked
package io.vespene.worker.build;

import org.jspecify.annotations.NullMarked;
