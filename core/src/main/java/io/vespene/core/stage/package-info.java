/** Stages: the named steps of pipelines. */
@NullMarked
package io.vespene.core.stage;

import org.jspecify.annotations.NullMarked;
