@NullMarked
package io.vespene.worker;

import org.jspecify.annotations.NullMarked;
