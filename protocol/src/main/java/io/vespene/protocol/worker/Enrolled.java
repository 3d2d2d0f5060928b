package io.vespene.protocol.worker;

import java.util.List;

/**
 * A worker's identity from now on.
 *
 * @param workerId the worker's number
 * @param credential the bearer token of all its later requests; shown only here
 * @param pools the names of the pools it may serve
 */
public record Enrolled(long workerId, String credential, List<String> pools) {
  public Enrolled {
    pools = List.copyOf(pools);
  }

  @Override
  public String toString() {
    return "Enrolled[workerId=" + workerId + ", credential=***, pools=" + pools + "]";
  }
}
