/** Random tokens and their hashes, the keyset, encryption of columns. */
@NullMarked
package io.vespene.core.secret;

import org.jspecify.annotations.NullMarked;
