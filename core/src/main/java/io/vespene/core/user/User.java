package io.vespene.core.user;

import java.time.Instant;

/** Somebody who can log in, unless {@code disabled}. */
public record User(long id, String name, boolean superuser, boolean disabled, Instant createdAt) {}
