/**
 * Drives the packaged program from outside: its processes, its API, its pages, and their faults.
 */
@NullMarked
package io.vespene.e2e;

import org.jspecify.annotations.NullMarked;
