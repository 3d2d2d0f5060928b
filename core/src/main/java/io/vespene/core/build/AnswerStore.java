package io.vespene.core.build;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.secret.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was answered when builds were started. */
final class AnswerStore {
  private final Handle handle;
  private final Keyset keyset;

  AnswerStore(Handle handle, Keyset keyset) {
    this.handle = handle;
    this.keyset = keyset;
  }

  /** By variable, secrets among them; empty if there is no such build. */
  Optional<Map<String, @Nullable Object>> find(long build) {
    return handle
        .createQuery(
            """
            SELECT answers, secret_inputs, secret_inputs_of FROM build_inputs
            WHERE build_id = :build
            """)
        .bind("build", build)
        .map((row, _) -> answers(row))
        .findOne();
  }

  private Map<String, @Nullable Object> answers(ResultSet row) throws SQLException {
    var answers =
        new LinkedHashMap<String, @Nullable Object>(JsonColumn.read(row.getString("answers")));
    byte[] encrypted = row.getBytes("secret_inputs");
    if (encrypted != null) {
      answers.putAll(
          SecretInputs.decrypt(encrypted, keyset, row.getLong("secret_inputs_of")).answers());
    }
    return answers;
  }
}
