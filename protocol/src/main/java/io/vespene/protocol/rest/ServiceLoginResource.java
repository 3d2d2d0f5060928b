package io.vespene.protocol.rest;

import java.time.Instant;

/**
 * A service login as it is, without its password.
 *
 * @param version grows with every edit; also the {@code ETag}
 */
public record ServiceLoginResource(
    long id,
    String name,
    String description,
    String username,
    String createdBy,
    Instant createdAt,
    int version) {}
