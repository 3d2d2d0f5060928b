package io.vespene.core.servicelogin;

import java.time.Instant;

/**
 * A username and a password for source control; the password stays in the database.
 *
 * @param version counts edits; an edit names the version it began from
 */
public record ServiceLogin(
    long id,
    String name,
    String description,
    String username,
    String createdBy,
    Instant createdAt,
    int version) {}
