/** Files of builds: what servers ask workers for, signed, and how workers answer. */
@NullMarked
package io.vespene.protocol.files;

import org.jspecify.annotations.NullMarked;
