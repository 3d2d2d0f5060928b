/** The commands about service logins. */
@NullMarked
package io.vespene.cli.servicelogin;

import org.jspecify.annotations.NullMarked;
