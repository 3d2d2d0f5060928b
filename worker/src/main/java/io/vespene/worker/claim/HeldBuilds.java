package io.vespene.worker.claim;

import io.vespene.protocol.worker.HeldBuild;
import io.vespene.worker.build.BuildRun;
import io.vespene.worker.build.StopRequest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The builds in this worker's hands. Not for several threads. */
final class HeldBuilds {
  private final Map<HeldBuild, BuildRun> runs = new LinkedHashMap<>();
  private final Set<HeldBuild> reported = new HashSet<>();

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /**
   * Those that the server is to know of. Of the others only the report is still on its way, and
   * whether that is wanted is said in answer to it.
   */
  List<HeldBuild> running() {
    return runs.keySet().stream().filter(held -> !reported.contains(held)).toList();
  }

  /** Whether this build is held, under whatever epoch: two of it can't share a directory. */
  boolean holds(long build) {
    return runs.keySet().stream().anyMatch(held -> held.build() == build);
  }

  void add(BuildRun run) {
    runs.put(run.held(), run);
  }

  /** Nothing of the build runs any more. */
  void onlyReported(BuildRun run) {
    reported.add(run.held());
  }

  void remove(BuildRun run) {
    runs.remove(run.held(), run);
    reported.remove(run.held());
  }

  Optional<BuildRun> find(HeldBuild held) {
    return Optional.ofNullable(runs.get(held));
  }

  void stopAll(StopRequest request) {
    runs.values().forEach(run -> run.stop(request));
  }
}
