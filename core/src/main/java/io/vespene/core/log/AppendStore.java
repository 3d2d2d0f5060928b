package io.vespene.core.log;

import io.vespene.core.claim.Claim;
import io.vespene.protocol.log.LogFrame;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements that store log frames. */
final class AppendStore {
  /** How far the stored log goes. */
  record Position(long nextSequence, long lines) {}

  private final Handle handle;
  private final boolean awaitDisk;

  /**
   * @param awaitDisk whether the transaction's commit waits until the disk has it
   */
  AppendStore(Handle handle, boolean awaitDisk) {
    this.handle = handle;
    this.awaitDisk = awaitDisk;
  }

  /**
   * Moves the end of the log on by these frames, if they come next and the build is this claim's.
   * It also keeps other appends to this log out until the transaction ends.
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
                RETURNING log_lines - :lines,
                  set_config('synchronous_commit', :commit, true)
                """))
        .bind("commit", awaitDisk ? "on" : "off")
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
    var sections = new SectionStore(handle, build);
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
        case LogFrame.SectionStarted started -> sections.start(started, lines + 1);
        case LogFrame.SectionEnded ended -> sections.end(ended);
        case LogFrame.SourceRecorded source -> recordSource(build, source);
      }
    }
    sections.write();
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
        .bind("firstAt", StorableValues.time(part.firstAt()))
        .bind("data", data)
        .add();
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
        .bind("revision", StorableValues.text(source.revision(), 200))
        .bind("author", StorableValues.text(source.author(), 500))
        .bind("message", StorableValues.text(source.message(), 10_000))
        .bind("branch", StorableValues.text(source.branch(), 500))
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(Claim claim, S statement) {
    return statement
        .bind("build", claim.build())
        .bind("worker", claim.worker())
        .bind("process", claim.processId())
        .bind("epoch", claim.epoch());
  }
}
