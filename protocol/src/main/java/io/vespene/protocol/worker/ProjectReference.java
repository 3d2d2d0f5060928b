package io.vespene.protocol.worker;

/** The project that a build belongs to. */
public record ProjectReference(long id, String name) {}
