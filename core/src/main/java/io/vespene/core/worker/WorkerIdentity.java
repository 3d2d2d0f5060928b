package io.vespene.core.worker;

/** Who is calling, as proven by the credential. */
public record WorkerIdentity(long id, String name) {}
