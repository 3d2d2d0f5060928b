package io.vespene.core.secret;

/** The one place in the database where a secret is valid. */
public record Cell(String table, long row, String column) {}
