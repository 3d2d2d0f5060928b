package io.vespene.core.log;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements that read logs. */
final class ChunkStore {
  private final Handle handle;

  ChunkStore(Handle handle) {
    this.handle = handle;
  }

  /** The chunk in which this line begins, or the last before it. */
  Optional<Long> findSequence(long build, long line) {
    return handle
        .createQuery(
            """
            SELECT sequence FROM build_log_chunks
            WHERE build_id = :build AND line_count > 0 AND first_line <= :line
            ORDER BY first_line DESC LIMIT 1
            """)
        .bind("build", build)
        .bind("line", line)
        .mapTo(Long.class)
        .findOne();
  }

  /** Chunks from one sequence number to before another, in order. */
  List<LogChunk> list(long build, long fromSequence, long beforeSequence, int limit) {
    return handle
        .createQuery(
            """
            SELECT sequence, section, first_line, line_count, first_at, data
            FROM build_log_chunks
            WHERE build_id = :build AND sequence >= :fromSequence AND sequence < :beforeSequence
            ORDER BY sequence LIMIT :limit
            """)
        .bind("build", build)
        .bind("fromSequence", fromSequence)
        .bind("beforeSequence", beforeSequence)
        .bind("limit", limit)
        .map((row, _) ->
            LogChunk.unpack(
                row.getLong("sequence"),
                row.getInt("section"),
                row.getLong("first_line"),
                row.getInt("line_count"),
                row.getTimestamp("first_at").toInstant(),
                row.getBytes("data")))
        .list();
  }

  List<LogSection> sections(long build) {
    return handle
        .createQuery(
            """
            SELECT section, kind, title, started_at, ended_at, failure, first_line
            FROM build_sections WHERE build_id = :build ORDER BY section
            """)
        .bind("build", build)
        .map((row, _) ->
            new LogSection(
                row.getInt("section"),
                row.getString("kind"),
                row.getString("title"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("failure")),
                row.getLong("first_line")))
        .list();
  }
}
