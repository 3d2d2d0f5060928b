package io.vespene.protocol.rest;

import java.time.Instant;

/**
 * A snippet as it is.
 *
 * @param variableName what templates call it
 * @param text a template
 * @param version grows with every edit; also the {@code ETag}
 */
public record SnippetResource(
    long id,
    String name,
    String description,
    String text,
    String variableName,
    String createdBy,
    Instant createdAt,
    int version) {}
