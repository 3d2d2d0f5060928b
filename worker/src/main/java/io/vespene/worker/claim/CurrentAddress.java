package io.vespene.worker.claim;

import io.vespene.protocol.worker.WorkerAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Where this worker is reached now. Machines get other names while a worker runs, so the name is
 * looked up again at every build; that may take long, and nobody waits for it.
 */
public final class CurrentAddress {
  private final Supplier<String> hostName;
  private final int filePort;
  private final AtomicBoolean lookingUp = new AtomicBoolean();
  private volatile WorkerAddress known;

  /** Looks the name up once. */
  public CurrentAddress(Supplier<String> hostName, int filePort) {
    this.hostName = hostName;
    this.filePort = filePort;
    this.known = look();
  }

  WorkerAddress known() {
    return known;
  }

  /** Looks the name up beside everything else, unless that is under way. */
  void lookAgain(Runnable whenChanged) {
    if (lookingUp.compareAndSet(false, true)) {
      var _ = Thread.ofVirtual().name("host-name").start(() -> update(whenChanged));
    }
  }

  private void update(Runnable whenChanged) {
    try {
      WorkerAddress now = look();
      if (!now.equals(known)) {
        known = now;
        whenChanged.run();
      }
    } finally {
      lookingUp.set(false);
    }
  }

  private WorkerAddress look() {
    return new WorkerAddress(hostName.get(), filePort);
  }
}
