/** Examines an installation and says what to do. */
@NullMarked
package io.vespene.cli.doctor;

import org.jspecify.annotations.NullMarked;
