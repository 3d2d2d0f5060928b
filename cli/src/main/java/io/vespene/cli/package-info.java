/** Main and one class per command. */
@NullMarked
package io.vespene.cli;

import org.jspecify.annotations.NullMarked;
