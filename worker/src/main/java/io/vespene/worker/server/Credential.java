package io.vespene.worker.server;

import java.util.List;

/**
 * A worker's identity at its servers.
 *
 * @param workerId the worker's number
 * @param token the bearer token of its requests
 * @param name what it is called there
 * @param pools the pools it may serve
 * @param madeFrom a fingerprint of the pool tokens it was exchanged for
 */
public record Credential(
    long workerId, String token, String name, List<String> pools, String madeFrom) {
  public Credential {
    pools = List.copyOf(pools);
  }

  @Override
  public String toString() {
    return "Credential[workerId="
        + workerId
        + ", token=***, name="
        + name
        + ", pools="
        + pools
        + "]";
  }
}
