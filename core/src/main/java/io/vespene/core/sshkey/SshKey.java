package io.vespene.core.sshkey;

import java.time.Instant;

/**
 * A private key that builds may use; the key itself stays in the database.
 *
 * @param locked whether it needs its unlock password
 * @param version counts edits; an edit names the version it began from
 */
public record SshKey(
    long id,
    String name,
    String description,
    PublicKey publicKey,
    boolean locked,
    String createdBy,
    Instant createdAt,
    int version) {}
