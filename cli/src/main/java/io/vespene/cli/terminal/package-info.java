/** What people read and write: tables, times, text that is safe to show. */
@NullMarked
package io.vespene.cli.terminal;

import org.jspecify.annotations.NullMarked;
