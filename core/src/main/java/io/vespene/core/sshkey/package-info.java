/** Private keys for SSH, which nobody can read back. */
@NullMarked
package io.vespene.core.sshkey;

import org.jspecify.annotations.NullMarked;
