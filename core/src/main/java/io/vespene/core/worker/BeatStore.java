package io.vespene.core.worker;

import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.WorkerAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The one statement of a poll that finds nothing to do. */
final class BeatStore {
  private static final int MAX_SLOTS = 1_000;

  private final Handle handle;

  BeatStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Notes that the worker lives and where it is reached, and reads what there is to tell it.
   *
   * <p>The commit does not wait for the disk: a heartbeat that a crash undoes is as good as one
   * that came a moment earlier.
   *
   * @return empty if this is not the worker's present process
   */
  Optional<Beat> beat(long worker, Poll poll) {
    List<Row> rows =
        handle
            .createQuery(
                """
                WITH beat AS (
                  UPDATE workers SET last_seen_at = now(), free_slots = :freeSlots,
                    disk_free_bytes = :diskFreeBytes, draining = :draining,
                    host_name = coalesce(:hostName, host_name),
                    file_port = coalesce(:filePort, file_port)
                  WHERE id = :worker AND process_id = :process AND left_at IS NULL
                  RETURNING id, drain_asked, set_config('synchronous_commit', 'off', true)
                ), served AS MATERIALIZED (
                  SELECT ARRAY(
                    SELECT g.worker_pool_id
                    FROM worker_grants g JOIN pool_tokens t ON t.id = g.pool_token_id
                    WHERE g.worker_id = :worker AND g.serving AND t.revoked_at IS NULL) AS pools
                )
                SELECT beat.drain_asked, served.pools,
                       EXISTS (SELECT FROM builds q
                               WHERE q.status = 'QUEUED' AND q.worker_id IS NULL
                                 AND q.worker_pool_id = ANY(served.pools)) AS builds_wait,
                       b.id, b.claim_epoch, b.status = 'QUEUED' AS handed_over,
                       CASE b.status WHEN 'ABORTING' THEN b.stop_reason ELSE '' END AS stop_reason
                FROM beat CROSS JOIN served
                LEFT JOIN builds b ON b.worker_id = :worker AND b.ended_at IS NULL
                  AND b.worker_process_id = :process
                ORDER BY b.id
                """)
            .bind("worker", worker)
            .bind("process", poll.processId())
            .bind("freeSlots", Math.clamp(poll.freeSlots(), 0, MAX_SLOTS))
            .bind("diskFreeBytes", Math.max(0, poll.diskFreeBytes()))
            .bind("draining", poll.draining())
            .bind("hostName", poll.address().map(WorkerAddress::hostName))
            .bind("filePort", poll.address().map(WorkerAddress::filePort))
            .map((row, _) -> row(row))
            .list();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var inHand = new ArrayList<Beat.InHand>();
    rows.forEach(row -> row.inHand().ifPresent(inHand::add));
    Row first = rows.getFirst();
    return Optional.of(new Beat(first.drainAsked(), first.pools(), first.buildsWait(), inHand));
  }

  private static Row row(ResultSet row) throws SQLException {
    long build = row.getLong("id");
    Optional<Beat.InHand> inHand =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Beat.InHand(
                    new HeldBuild(build, row.getInt("claim_epoch")),
                    row.getBoolean("handed_over"),
                    row.getString("stop_reason")));
    return new Row(
        row.getBoolean("drain_asked"),
        Set.of((Long[]) row.getArray("pools").getArray()),
        row.getBoolean("builds_wait"),
        inHand);
  }

  private record Row(
      boolean drainAsked, Set<Long> pools, boolean buildsWait, Optional<Beat.InHand> inHand) {}
}
