package io.vespene.server.page;

import io.vespene.core.audit.Actor;
import io.vespene.core.user.User;

/**
 * Who changes an object.
 *
 * @param user as whom they are logged in
 * @param actor as the audit log names them
 */
record Author(User user, Actor actor) {}
