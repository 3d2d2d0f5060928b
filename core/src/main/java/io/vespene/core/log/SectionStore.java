package io.vespene.core.log;

import io.vespene.protocol.log.LogFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The sections that some frames start and end, written together. A short build brings all of its
 * sections at once, each with its end.
 */
final class SectionStore {
  private record Start(LogFrame.SectionStarted frame, long firstLine) {}

  private final Handle handle;
  private final long build;
  private final Map<Integer, Start> starts = new LinkedHashMap<>();
  private final Map<Integer, LogFrame.SectionEnded> ends = new LinkedHashMap<>();

  SectionStore(Handle handle, long build) {
    this.handle = handle;
    this.build = build;
  }

  /**
   * A section begins; one that is known already stays as it is.
   *
   * @param firstLine the number that the next line of the log will have
   */
  void start(LogFrame.SectionStarted frame, long firstLine) {
    starts.putIfAbsent(frame.section(), new Start(frame, firstLine));
  }

  /** A section is over; only its first end counts. */
  void end(LogFrame.SectionEnded frame) {
    ends.putIfAbsent(frame.section(), frame);
  }

  void write() {
    if (!starts.isEmpty()) {
      insert();
    }
    ends.keySet().removeAll(starts.keySet());
    if (!ends.isEmpty()) {
      update();
    }
  }

  private void insert() {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO build_sections (build_id, section, kind, title, started_at, first_line,
              ended_at, failure)
            VALUES (:build, :section, :kind, :title, :startedAt, :firstLine, :endedAt, :failure)
            ON CONFLICT DO NOTHING
            """);
    for (Start start : starts.values()) {
      LogFrame.SectionStarted frame = start.frame();
      bindEnd(batch, Optional.ofNullable(ends.get(frame.section())))
          .bind("build", build)
          .bind("section", frame.section())
          .bind("kind", StorableValues.text(frame.kind(), 50))
          .bind("title", StorableValues.text(frame.title(), 500))
          .bind("startedAt", StorableValues.time(frame.at()))
          .bind("firstLine", start.firstLine())
          .add();
    }
    batch.execute();
  }

  private void update() {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE build_sections SET ended_at = :endedAt, failure = :failure
            WHERE build_id = :build AND section = :section AND ended_at IS NULL
            """);
    for (LogFrame.SectionEnded end : ends.values()) {
      bindEnd(batch, Optional.of(end)).bind("build", build).bind("section", end.section()).add();
    }
    batch.execute();
  }

  private static PreparedBatch bindEnd(PreparedBatch batch, Optional<LogFrame.SectionEnded> end) {
    return batch
        .bind("endedAt", end.map(frame -> StorableValues.time(frame.at())))
        .bind(
            "failure",
            end.flatMap(LogFrame.SectionEnded::failure)
                .map(failure -> StorableValues.text(failure, 2_000)));
  }
}
