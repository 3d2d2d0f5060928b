package io.vespene.core.user;

/** Somebody who shows an API token. */
public record TokenHolder(User user, TokenScope scope) {}
