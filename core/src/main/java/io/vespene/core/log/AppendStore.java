package io.vespene.core.log;

import io.vespene.core.claim.Claim;
import io.vespene.protocol.log.LogFrame;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements that store log frames. */
final class AppendStore {
  /** How far the stored log goes. */
  record Position(long nextSequence, long lines) {}

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Handle handle;

  AppendStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Moves the end of the log on by these frames, if they come next and the build is this claim's.
   * It also keeps other appends to this log out until the transaction ends.
   *
   * <p>The commit does not wait for the disk: the worker keeps the frames until the build is
   * finished, and finishing, which does wait, tells it when the log ends too early.
   *
   * @return how many lines there were before
   */
  Optional<Long> advance(Claim claim, FrameBatch frames) {
    return bind(
            claim,
            handle.createQuery(
                """
                UPDATE builds SET next_sequence = :endSequence, log_lines = log_lines + :lines,
                  log_bytes = log_bytes + :bytes
                WHERE id = :build AND worker_id = :worker AND worker_process_id = :process
                  AND claim_epoch = :epoch AND status IN ('RUNNING', 'ABORTING')
                  AND next_sequence = :startSequence
                  AND (:linesBefore::bigint IS NULL OR log_lines = :linesBefore)
                RETURNING log_lines - :lines, set_config('synchronous_commit', 'off', true)
                """))
        .bind("startSequence", frames.startSequence())
        .bind("endSequence", frames.endSequence())
        .bind("lines", frames.lineCount())
        .bind("bytes", frames.rawBytes())
        .bind("linesBefore", frames.linesBefore())
        .mapTo(Long.class)
        .findOne();
  }

  /** Where the log ends; empty if the build is not this claim's. Waits for other appends. */
  Optional<Position> find(Claim claim) {
    return bind(
            claim,
            handle.createQuery(
                """
                SELECT next_sequence, log_lines FROM builds
                WHERE id = :build AND worker_id = :worker AND worker_process_id = :process
                  AND claim_epoch = :epoch AND status IN ('RUNNING', 'ABORTING')
                FOR NO KEY UPDATE
                """))
        .map((row, _) -> new Position(row.getLong("next_sequence"), row.getLong("log_lines")))
        .findOne();
  }

  /** Writes what the end of the log was moved on by. */
  void write(long build, FrameBatch frames, long linesBefore) {
    PreparedBatch chunks =
        handle.prepareBatch(
            """
            INSERT INTO build_log_chunks (build_id, sequence, section, first_line, line_count,
              raw_bytes, first_at, data)
            VALUES (:build, :sequence, :section, :firstLine, :lineCount, :rawBytes, :firstAt, :data)
            """);
    long lines = linesBefore;
    for (LogFrame frame : frames.frames()) {
      switch (frame) {
        case LogFrame.Lines part -> {
          add(chunks, build, part, lines + 1);
          lines += part.lineCount();
        }
        case LogFrame.SectionStarted started -> startSection(build, started, lines + 1);
        case LogFrame.SectionEnded ended -> endSection(build, ended);
        case LogFrame.SourceRecorded source -> recordSource(build, source);
      }
    }
    if (chunks.size() > 0) {
      chunks.execute();
    }
  }

  private static void add(PreparedBatch chunks, long build, LogFrame.Lines part, long firstLine) {
    var data = new byte[part.packed().remaining()];
    part.packed().duplicate().get(data);
    chunks
        .bind("build", build)
        .bind("sequence", part.sequence())
        .bind("section", part.section())
        .bind("firstLine", firstLine)
        .bind("lineCount", part.lineCount())
        .bind("rawBytes", part.rawBytes())
        .bind("firstAt", storable(part.firstAt()))
        .bind("data", data)
        .add();
  }

  private void startSection(long build, LogFrame.SectionStarted started, long firstLine) {
    handle
        .createUpdate(
            """
            INSERT INTO build_sections (build_id, section, kind, title, started_at, first_line)
            VALUES (:build, :section, :kind, :title, :at, :firstLine)
            ON CONFLICT DO NOTHING
            """)
        .bind("build", build)
        .bind("section", started.section())
        .bind("kind", storable(started.kind(), 50))
        .bind("title", storable(started.title(), 500))
        .bind("at", storable(started.at()))
        .bind("firstLine", firstLine)
        .execute();
  }

  private void endSection(long build, LogFrame.SectionEnded ended) {
    handle
        .createUpdate(
            """
            UPDATE build_sections SET ended_at = :at, failure = :failure
            WHERE build_id = :build AND section = :section AND ended_at IS NULL
            """)
        .bind("build", build)
        .bind("section", ended.section())
        .bind("at", storable(ended.at()))
        .bind("failure", ended.failure().map(failure -> storable(failure, 2_000)))
        .execute();
  }

  private void recordSource(long build, LogFrame.SourceRecorded source) {
    handle
        .createUpdate(
            """
            UPDATE builds SET revision = :revision, author = :author, commit_message = :message,
              branch = :branch
            WHERE id = :build
            """)
        .bind("build", build)
        .bind("revision", storable(source.revision(), 200))
        .bind("author", storable(source.author(), 500))
        .bind("message", storable(source.message(), 10_000))
        .bind("branch", storable(source.branch(), 500))
        .execute();
  }

  /** A log must go on whatever is in it, so texts are cut and cleaned rather than refused. */
  private static String storable(String text, int maxLength) {
    String clean = text.replace('\0', '\uFFFD');
    return clean.length() <= maxLength ? clean : clean.substring(0, maxLength);
  }

  private static Instant storable(Instant at) {
    if (at.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return at.isAfter(LATEST) ? LATEST : at;
  }

  private static <S extends SqlStatement<S>> S bind(Claim claim, S statement) {
    return statement
        .bind("build", claim.build())
        .bind("worker", claim.worker())
        .bind("process", claim.processId())
        .bind("epoch", claim.epoch());
  }
}
