package io.vespene.protocol.worker;

import java.util.List;

/**
 * The server knows this worker process now.
 *
 * @param servedPools the asked-for pools that it will be given builds of
 * @param refusedPools the asked-for pools that do not exist or that this worker holds no token for;
 *     it may register again later
 * @param pollHoldMillis how long a server holds a poll that has nothing to tell
 * @param abandonAfterMillis a worker that reached no server for this long ends its builds itself,
 *     which is earlier than the moment at which a server gives up on them
 * @param fileKey what servers sign with when they ask for files of builds; valid for this process
 * @param installation tells the builds of these servers from those of others with the same numbers
 */
public record Registered(
    long workerId,
    List<String> servedPools,
    List<String> refusedPools,
    long pollHoldMillis,
    long abandonAfterMillis,
    String fileKey,
    String installation) {
  public Registered {
    servedPools = List.copyOf(servedPools);
    refusedPools = List.copyOf(refusedPools);
  }

  @Override
  public String toString() {
    return "Registered[workerId=" + workerId + ", servedPools=" + servedPools + ", fileKey=***]";
  }
}
