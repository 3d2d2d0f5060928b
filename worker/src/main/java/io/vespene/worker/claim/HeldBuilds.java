package io.vespene.worker.claim;

import io.vespene.protocol.worker.HeldBuild;
import io.vespene.worker.build.BuildRun;
import io.vespene.worker.build.StopRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The builds in this worker's hands. Not for several threads. */
final class HeldBuilds {
  private final Map<HeldBuild, BuildRun> runs = new LinkedHashMap<>();

  boolean isEmpty() {
    return runs.isEmpty();
  }

  List<HeldBuild> all() {
    return List.copyOf(runs.keySet());
  }

  /** Whether this build is held, under whatever epoch: two of it can't share a directory. */
  boolean holds(long build) {
    return runs.keySet().stream().anyMatch(held -> held.build() == build);
  }

  void add(BuildRun run) {
    runs.put(run.held(), run);
  }

  void remove(BuildRun run) {
    runs.remove(run.held(), run);
  }

  Optional<BuildRun> find(HeldBuild held) {
    return Optional.ofNullable(runs.get(held));
  }

  void stopAll(StopRequest request) {
    runs.values().forEach(run -> run.stop(request));
  }
}
