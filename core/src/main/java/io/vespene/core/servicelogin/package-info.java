/** Usernames and passwords for source control, which nobody can read back. */
@NullMarked
package io.vespene.core.servicelogin;

import org.jspecify.annotations.NullMarked;
