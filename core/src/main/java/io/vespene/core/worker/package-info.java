/** Workers: enrolment, polls, loss. */
@NullMarked
package io.vespene.core.worker;

import org.jspecify.annotations.NullMarked;
