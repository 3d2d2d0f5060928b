package io.vespene.server.live;

import io.vespene.core.build.Build;
import io.vespene.core.build.Builds;
import io.vespene.core.log.BuildLogs;
import io.vespene.core.log.LogSection;
import io.vespene.core.log.LogTail;
import io.vespene.core.log.StoredLine;
import io.vespene.server.api.BuildResources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells one viewer what is new about one build. */
final class BuildFollower {
  private static final int MAX_LINES = 500;

  /** A viewer that is further behind gets the newest lines and fetches the others on demand. */
  private static final long MAX_BEHIND_LINES = 2_000;

  private static final int NEWEST_LINES = 200;

  private final Builds builds;
  private final BuildLogs logs;
  private final EventStream stream;
  private long sequence;
  private long knownLines;
  private Optional<Seen> seen = Optional.empty();
  private List<LogSection> sections = List.of();

  BuildFollower(Builds builds, BuildLogs logs, EventStream stream, long fromSequence) {
    this.builds = builds;
    this.logs = logs;
    this.stream = stream;
    this.sequence = fromSequence;
  }

  /** What a viewer is shown of the build's state. */
  private record Seen(Build withoutLog, Optional<String> waiting) {}

  /**
   * New lines.
   *
   * @param total how many lines are stored
   * @param skipped lines between the last event and this one were left out
   * @param lines the first may be one that the viewer has and that has grown
   */
  record LogEvent(long total, boolean skipped, List<StoredLine> lines) {}

  /**
   * Sends what is new.
   *
   * @return false when nothing more will come
   */
  boolean tell(long id) throws IOException {
    Build build = builds.require(id);
    while (build.log().nextSequence() > sequence) {
      tellLog(build);
    }
    tellState(build);
    if (build.status().ended()) {
      stream.send("end", Map.of());
      return false;
    }
    return true;
  }

  private void tellState(Build build) throws IOException {
    Optional<String> waiting = builds.waitingReason(build);
    var now = new Seen(withoutLog(build), waiting);
    if (!seen.equals(Optional.of(now))) {
      seen = Optional.of(now);
      stream.send("build", BuildResources.of(build, waiting));
    }
  }

  private void tellLog(Build build) throws IOException {
    List<LogSection> found = logs.sections(build.id());
    if (!found.equals(sections)) {
      sections = found;
      stream.send("sections", found);
    }
    boolean skip = build.log().lines() - knownLines > MAX_BEHIND_LINES;
    LogTail tail = skip ? newest(build) : logs.tail(build.id(), sequence, MAX_LINES);
    // An answer that leads nowhere new must not be asked for again and again.
    sequence = tail.nextSequence() > sequence ? tail.nextSequence() : build.log().nextSequence();
    if (!tail.lines().isEmpty()) {
      knownLines = tail.lines().getLast().number();
      stream.send("log", sequence, new LogEvent(build.log().lines(), skip, tail.lines()));
    }
  }

  private LogTail newest(Build build) {
    long from = Math.max(1, build.log().lines() - NEWEST_LINES + 1);
    return new LogTail(logs.lines(build.id(), from, NEWEST_LINES), build.log().nextSequence());
  }

  private static Build withoutLog(Build build) {
    return new Build(
        build.id(),
        build.project(),
        build.pool(),
        build.status(),
        build.priority(),
        build.requestedBy(),
        build.reason(),
        build.queuedAt(),
        build.startedAt(),
        build.endedAt(),
        build.worker(),
        build.epoch(),
        build.stopReason(),
        build.exitCode(),
        build.supersededBy(),
        build.retryOf(),
        build.checkedOut(),
        new io.vespene.core.build.LogSize(0, 0, 0));
  }
}
