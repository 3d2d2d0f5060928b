package io.vespene.worker.claim;

import io.vespene.protocol.worker.Registered;
import java.io.IOException;

/** Is told whenever a server has come to know this worker. */
@FunctionalInterface
public interface JoinListener {
  /**
   * A server knows this worker now.
   *
   * @throws IOException if the worker can't go on
   */
  void joined(Registered registered) throws IOException;
}
