/** The commands about SSH keys. */
@NullMarked
package io.vespene.cli.sshkey;

import org.jspecify.annotations.NullMarked;
