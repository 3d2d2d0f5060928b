package io.vespene.core.build;

/** A build that has just come into the queue of this pool. */
record QueuedBuild(long id, long pool) {}
