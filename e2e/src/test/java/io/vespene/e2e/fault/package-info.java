@NullMarked
package io.vespene.e2e.fault;

import org.jspecify.annotations.NullMarked;
