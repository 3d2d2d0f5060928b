/** Launch questions: what a project asks when a build of it is started, and what is answered. */
@NullMarked
package io.vespene.core.question;

import org.jspecify.annotations.NullMarked;
