/** Who changed what, when and from where. */
@NullMarked
package io.vespene.core.audit;

import org.jspecify.annotations.NullMarked;
