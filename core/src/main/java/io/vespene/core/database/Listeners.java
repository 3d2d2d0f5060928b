package io.vespene.core.database;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Who waits for which topic in this program. */
final class Listeners {
  private final Map<Topic, Queue<Listener>> waiting = new HashMap<>();

  synchronized Listener add(Set<Topic> topics) {
    var listener = new Listener(this, topics);
    for (Topic topic : topics) {
      waiting.computeIfAbsent(topic, _ -> new ArrayDeque<>()).add(listener);
    }
    return listener;
  }

  synchronized void remove(Listener listener) {
    for (Topic topic : listener.topics()) {
      waiting.computeIfPresent(
          topic,
          (_, queue) -> {
            queue.remove(listener);
            return queue.isEmpty() ? null : queue;
          });
    }
  }

  synchronized void signal(Topic topic) {
    Queue<Listener> queue = waiting.get(topic);
    if (queue == null) {
      return;
    }
    if (topic.wakesOne()) {
      Listener next = queue.remove();
      next.wake();
      queue.add(next);
    } else {
      List.copyOf(queue).forEach(Listener::wake);
    }
  }

  synchronized void signalAll() {
    var all = new HashSet<Listener>();
    waiting.values().forEach(all::addAll);
    all.forEach(Listener::wake);
  }
}
