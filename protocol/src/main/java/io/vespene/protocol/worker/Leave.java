package io.vespene.protocol.worker;

/** The worker process ends now, in good order and with no build in its hands. */
public record Leave(String processId) {}
