/** The program: finds the command that was asked for, runs it and reports how it went. */
@NullMarked
package io.vespene.cli;

import org.jspecify.annotations.NullMarked;
