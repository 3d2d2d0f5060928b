/** The commands about templates, which need no server. */
@NullMarked
package io.vespene.cli.template;

import org.jspecify.annotations.NullMarked;
