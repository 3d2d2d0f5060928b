package io.vespene.server.security;

/** The worker on whose behalf a request is made. */
public record WorkerIdentity(long id, String name) {}
