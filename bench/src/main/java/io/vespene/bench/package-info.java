/** Measures the packaged program, each figure beside what the machine could do at best. */
@NullMarked
package io.vespene.bench;

import org.jspecify.annotations.NullMarked;
