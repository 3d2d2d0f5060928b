package io.vespene.core.build;

/** What was checked out; empty texts where the source has no such thing. */
public record Revision(String revision, String author, String message, String branch) {}
