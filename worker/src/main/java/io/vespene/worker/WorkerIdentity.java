package io.vespene.worker;

import io.vespene.worker.fileserving.FileServing;
import java.util.List;
import java.util.Optional;

/**
 * Who a worker is.
 *
 * @param name what people call it, 1 to 90 characters; empty for the host's name, with a number
 *     when several workers of this user run here
 * @param pools the names of the worker pools to serve; at least one
 * @param poolTokens tokens of these pools, one for each; not needed once the worker has its own
 *     credential
 * @param hostName what the machine is called; empty for its own name
 * @param fileServing where the directories of its builds can be fetched
 * @param version of the program
 */
public record WorkerIdentity(
    Optional<String> name,
    List<String> pools,
    List<String> poolTokens,
    Optional<String> hostName,
    FileServing fileServing,
    String version) {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,89}";

  public WorkerIdentity {
    pools = List.copyOf(pools);
    poolTokens = List.copyOf(poolTokens);
    InvalidSetting.require(
        name.isEmpty() || name.get().matches(NAME),
        "name",
        name.orElse(""),
        "1 to 90 letters, digits, dots, dashes and underscores, not beginning with a sign");
    InvalidSetting.require(!pools.isEmpty(), "pools", "missing", "one worker pool at least");
    InvalidSetting.require(
        pools.stream().noneMatch(String::isBlank), "pools", pools, "names of worker pools");
  }

  @Override
  public String toString() {
    return "WorkerIdentity[name=" + name + ", pools=" + pools + ", poolTokens=***]";
  }
}
