@NullMarked
package io.vespene.e2e;

import org.jspecify.annotations.NullMarked;
