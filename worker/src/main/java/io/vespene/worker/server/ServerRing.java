package io.vespene.worker.server;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers, of which one is in use until it fails. Safe for use by many threads. */
final class ServerRing {
  private final List<URI> servers;
  private final AtomicInteger current = new AtomicInteger();

  ServerRing(List<URI> servers) {
    this.servers = List.copyOf(servers);
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("no server");
    }
  }

  URI current() {
    return servers.get(current.get());
  }

  int size() {
    return servers.size();
  }

  /** Turns to the next, unless somebody else has already turned away from the failed one. */
  void turnFrom(URI failed) {
    int index = servers.indexOf(failed);
    current.compareAndSet(index, (index + 1) % servers.size());
  }
}
