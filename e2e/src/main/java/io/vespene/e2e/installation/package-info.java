/** Installations of the packaged program, on free ports of the loopback address. */
@NullMarked
package io.vespene.e2e.installation;

import org.jspecify.annotations.NullMarked;
