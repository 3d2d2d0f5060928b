@NullMarked
package io.vespene.e2e.git;

import org.jspecify.annotations.NullMarked;
