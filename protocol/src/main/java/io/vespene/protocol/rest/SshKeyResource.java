package io.vespene.protocol.rest;

import java.time.Instant;

/**
 * An SSH key as it is, without what is secret of it.
 *
 * @param type as SSH calls it, such as {@code ssh-ed25519}
 * @param fingerprint of the public key: {@code SHA256:} and 43 characters
 * @param publicKey a line for {@code authorized_keys}
 * @param locked whether there is an unlock password
 * @param version grows with every edit; also the {@code ETag}
 */
public record SshKeyResource(
    long id,
    String name,
    String description,
    String type,
    String fingerprint,
    String publicKey,
    boolean locked,
    String createdBy,
    Instant createdAt,
    int version) {}
