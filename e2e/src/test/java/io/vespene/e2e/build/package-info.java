@NullMarked
package io.vespene.e2e.build;

import org.jspecify.annotations.NullMarked;
