package io.vespene.e2e.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a run went.
 *
 * @param violations every broken promise, in words
 */
public record ChaosReport(
    ChaosOptions options,
    Duration time,
    FaultPlan plan,
    List<BuildRecord> builds,
    int unanswered,
    List<String> violations) {
  public ChaosReport {
    builds = List.copyOf(builds);
    violations = List.copyOf(violations);
  }

  public boolean passed() {
    return violations.isEmpty();
  }

  /** The run in one line. */
  public String summary() {
    return "chaos %s: %d violations, %d builds %s, %d starts unanswered, %d faults %s, %d workers, %d s, seed %d"
        .formatted(
            passed() ? "passed" : "FAILED",
            violations.size(),
            builds.size(),
            counts(builds.stream().map(BuildRecord::status).toList()),
            unanswered,
            plan.steps().size(),
            counts(
                plan.steps().stream()
                    .map(step -> step.fault().getClass().getSimpleName())
                    .toList()),
            options.workers(),
            time.toSeconds(),
            options.seed());
  }

  private static Map<String, Long> counts(List<String> words) {
    return words.stream()
        .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
  }
}
