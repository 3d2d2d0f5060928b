package io.vespene.core.build;

import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import org.jdbi.v3.core.Handle;

/** What follows when a project runs one build less: the next one that waits may have its turn. */
final class Turn {
  private Turn() {}

  static void pass(Handle handle, long project) {
    new QueueStore(handle)
        .findPoolWithWaiting(project)
        .ifPresent(pool -> Wakeups.send(handle, Topic.pool(pool)));
  }
}
