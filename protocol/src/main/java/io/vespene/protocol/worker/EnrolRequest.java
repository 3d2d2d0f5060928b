package io.vespene.protocol.worker;

import java.util.List;

/**
 * Asks for a worker's own credential in exchange for pool tokens.
 *
 * @param poolTokens one token per pool to be served; at least one
 * @param name the name the worker will be shown under; unique, 1 to 100 characters
 */
public record EnrolRequest(List<String> poolTokens, String name) {
  public EnrolRequest {
    poolTokens = List.copyOf(poolTokens);
  }

  @Override
  public String toString() {
    return "EnrolRequest[name=" + name + ", poolTokens=***]";
  }
}
