/** Users and API tokens. */
@NullMarked
package io.vespene.core.user;

import org.jspecify.annotations.NullMarked;
