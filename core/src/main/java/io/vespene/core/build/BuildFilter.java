package io.vespene.core.build;

import java.util.Optional;

/** Which builds are wanted: those that match everything present. The others are ids. */
public record BuildFilter(
    Optional<BuildStatus> status,
    Optional<Long> project,
    Optional<Long> pool,
    Optional<Long> worker) {
  public static final BuildFilter ALL =
      new BuildFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static BuildFilter ofProject(long project) {
    return new BuildFilter(
        Optional.empty(), Optional.of(project), Optional.empty(), Optional.empty());
  }
}
