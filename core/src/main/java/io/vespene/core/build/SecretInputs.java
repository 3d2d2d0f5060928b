package io.vespene.core.build;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.secret.Cell;
import io.vespene.core.secret.Keyset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a build with secret variables runs, as it must not be shown.
 *
 * @param texts what its log must not hold
 * @param answers secret answers, by variable
 */
record SecretInputs(
    String script,
    Map<String, @Nullable Object> variables,
    List<String> texts,
    Map<String, @Nullable Object> answers) {
  SecretInputs {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    texts = List.copyOf(texts);
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  byte[] encrypt(Keyset keyset, long build) {
    var content = new LinkedHashMap<String, @Nullable Object>();
    content.put("script", script);
    content.put("variables", variables);
    content.put("texts", texts);
    content.put("answers", answers);
    return keyset.encrypt(JsonColumn.write(content), cell(build));
  }

  static SecretInputs decrypt(byte[] encrypted, Keyset keyset, long build) {
    Map<String, @Nullable Object> content = JsonColumn.read(keyset.decrypt(encrypted, cell(build)));
    return new SecretInputs(
        String.valueOf(content.get("script")),
        JsonColumn.object(content.get("variables")),
        JsonColumn.list(content.get("texts")).stream().map(String::valueOf).toList(),
        // Builds that were queued before there were questions have none.
        JsonColumn.object(content.getOrDefault("answers", Map.of())));
  }

  private static Cell cell(long build) {
    return new Cell("build_inputs", build, "secret_inputs");
  }

  @Override
  public String toString() {
    return "SecretInputs[" + texts.size() + " secrets]";
  }
}
