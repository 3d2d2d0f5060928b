package io.vespene.protocol.worker;

/** The worker has the build and will start it as soon as the server agrees. */
public record Acknowledgement(String processId, int epoch) {}
