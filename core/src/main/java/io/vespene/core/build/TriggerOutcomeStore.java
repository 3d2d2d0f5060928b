package io.vespene.core.build;

import io.vespene.protocol.worker.TriggerOutcome;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The statements about how triggers did. */
final class TriggerOutcomeStore {
  private final Handle handle;

  TriggerOutcomeStore(Handle handle) {
    this.handle = handle;
  }

  void insert(long build, List<TriggerOutcome> outcomes) {
    var batch =
        handle.prepareBatch(
            """
            INSERT INTO build_trigger_outcomes (build_id, position, hook, name, plugin, ok, message,
              milliseconds)
            VALUES (:build, :position, :hook, :name, :plugin, :ok, :message, :milliseconds)
            """);
    for (int position = 0; position < outcomes.size(); position++) {
      TriggerOutcome outcome = outcomes.get(position);
      batch
          .bind("build", build)
          .bind("position", position)
          .bind("hook", outcome.hook())
          .bind("name", outcome.name())
          .bind("plugin", outcome.plugin())
          .bind("ok", outcome.ok())
          .bind("message", outcome.message())
          .bind("milliseconds", outcome.milliseconds())
          .add();
    }
    batch.execute();
  }

  /** In the order in which they were fired. */
  List<TriggerOutcome> list(long build) {
    return handle
        .createQuery(
            """
            SELECT hook, name, plugin, ok, message, milliseconds
            FROM build_trigger_outcomes WHERE build_id = :build ORDER BY position
            """)
        .bind("build", build)
        .map((row, _) ->
            new TriggerOutcome(
                row.getString("hook"),
                row.getString("name"),
                row.getString("plugin"),
                row.getBoolean("ok"),
                row.getString("message"),
                row.getLong("milliseconds")))
        .list();
  }
}
