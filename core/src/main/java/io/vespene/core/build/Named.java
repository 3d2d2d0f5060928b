package io.vespene.core.build;

/** Something that a build refers to. */
public record Named(long id, String name) {}
