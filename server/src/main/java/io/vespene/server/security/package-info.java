/**
 * Who may ask what: login, sessions, tokens, and the filter chains in front of every path.
 *
 * <p>Nothing is open that {@link io.vespene.server.security.SecurityConfiguration} does not open.
 */
@NullMarked
package io.vespene.server.security;

import org.jspecify.annotations.NullMarked;
