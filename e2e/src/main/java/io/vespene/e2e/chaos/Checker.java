package io.vespene.e2e.chaos;

import io.vespene.e2e.process.BuildProcesses;
import io.vespene.e2e.rest.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says which promises were broken, from three witnesses: the database, the notes that the scripts
 * wrote themselves, and the logs as people get them.
 */
final class Checker {
  private static final String NOT_ENDED =
      "SELECT id || ' is ' || status FROM builds WHERE ended_at IS NULL";
  private static final String NOT_ENDED_ONCE =
      """
      SELECT b.id || ' has ended ' || count(c.id) || ' times'
      FROM builds b LEFT JOIN build_status_changes c ON c.build_id = b.id
        AND c.to_status IN ('SUCCESS', 'FAILURE', 'ABORTED', 'ORPHANED')
      GROUP BY b.id HAVING count(c.id) <> 1
      """;
  private static final String BROKEN_CHAINS =
      """
      SELECT build_id || ' went from ' || coalesce(from_status, 'nothing') || ' to ' || to_status
        || ' after ' || coalesce(earlier, 'nothing')
      FROM (SELECT c.*, lag(to_status) OVER (PARTITION BY build_id ORDER BY id) AS earlier
            FROM build_status_changes c) c
      WHERE from_status IS DISTINCT FROM earlier OR NOT (coalesce(from_status, ''), to_status) IN (
        ('', 'QUEUED'),
        ('QUEUED', 'RUNNING'), ('QUEUED', 'ABORTED'), ('QUEUED', 'ORPHANED'), ('QUEUED', 'FAILURE'),
        ('RUNNING', 'SUCCESS'), ('RUNNING', 'FAILURE'), ('RUNNING', 'ABORTING'),
        ('RUNNING', 'ORPHANED'), ('ABORTING', 'ABORTED'), ('ABORTING', 'ORPHANED'))
      """;
  private static final String MISCOUNTED_LINES =
      """
      SELECT b.id || ' counts ' || b.log_lines || ' lines but has ' || coalesce(sum(c.line_count), 0)
      FROM builds b LEFT JOIN build_log_chunks c ON c.build_id = b.id
      GROUP BY b.id HAVING b.log_lines <> coalesce(sum(c.line_count), 0)
      """;
  private static final String RETRIED_TWICE =
      "SELECT retry_of || ' was retried ' || count(*) || ' times' FROM builds"
          + " WHERE retry_of IS NOT NULL GROUP BY retry_of HAVING count(*) > 1";

  private final Arena arena;
  private final Feeder feeder;
  private final List<String> violations = new ArrayList<>();

  Checker(Arena arena, Feeder feeder) {
    this.arena = arena;
    this.feeder = feeder;
  }

  /** Every broken promise, in words; empty when all were kept. */
  List<String> check(List<BuildRecord> builds) {
    for (String query :
        List.of(NOT_ENDED, NOT_ENDED_ONCE, BROKEN_CHAINS, MISCOUNTED_LINES, RETRIED_TWICE)) {
      arena.query(query).lines().map(row -> "build " + row).forEach(violations::add);
    }
    checkNoneWasForgotten(builds);
    checkNoRunsOverlapped();
    Api api = arena.api();
    builds.forEach(build -> check(build, api));
    BuildProcesses.below(arena.folder())
        .forEach(process -> violations.add("a process is left: " + process));
    return List.copyOf(violations);
  }

  private void checkNoneWasForgotten(List<BuildRecord> builds) {
    Set<Long> known = builds.stream().map(BuildRecord::id).collect(Collectors.toSet());
    feeder.started().stream()
        .filter(id -> !known.contains(id))
        .forEach(id -> violations.add("build " + id + " was promised and does not exist"));
  }

  private void checkNoRunsOverlapped() {
    Path overlaps = arena.records().resolve("overlaps");
    if (Files.exists(overlaps)) {
      read(overlaps).forEach(id -> violations.add("build " + id + " ran twice at a time"));
    }
  }

  private void check(BuildRecord build, Api api) {
    List<String> notes = read(arena.records().resolve(build.id() + ".run"));
    long begun = notes.stream().filter(note -> note.startsWith("begun")).count();
    require(build, begun <= 1, "ran " + begun + " times");
    requireFittingEnd(build);
    long lines = requireForetoldLines(build, api.log(build.id()));
    if (build.ranToItsEnd()) {
      require(build, begun == 1 && notes.contains("done"), "never ran to its end");
      int expected = ChaosScript.exitCode(build.id());
      require(build, build.exitCode().orElseThrow() == expected, "has another exit code");
      require(
          build,
          build.status().equals("SUCCESS") == (expected == 0),
          "has not the status it earned");
      require(
          build,
          lines == ChaosScript.lines(build.id()),
          "printed " + ChaosScript.lines(build.id()) + " lines, of which " + lines + " are stored");
    }
  }

  private void requireFittingEnd(BuildRecord build) {
    String reason = build.reason();
    boolean fits =
        switch (build.status()) {
          case "SUCCESS" -> true;
          case "FAILURE" ->
              build.exitCode().isPresent() || reason.startsWith("the worker reached no server");
          case "ABORTED" ->
              feeder.stopAsked().contains(build.id()) && reason.equals("stopped by admin");
          case "ORPHANED" -> !reason.isEmpty();
          default -> false;
        };
    require(build, fits, "should not have ended so");
  }

  /** Whatever is stored begins with the first line, and has no gap and no repetition. */
  private long requireForetoldLines(BuildRecord build, String log) {
    List<String> stored =
        log.lines().filter(line -> line.startsWith("build " + build.id() + " line ")).toList();
    for (int i = 0; i < stored.size(); i++) {
      if (!stored.get(i).equals(ChaosScript.line(build.id(), i))) {
        require(build, false, "has instead of line " + i + ": " + stored.get(i));
        break;
      }
    }
    return stored.size();
  }

  private void require(BuildRecord build, boolean kept, String otherwise) {
    if (!kept) {
      violations.add(
          "build %d (%s, %s) %s".formatted(build.id(), build.status(), build.reason(), otherwise));
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
