package io.vespene.cli.build;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A launch question, as far as it matters to who asks it. */
record Question(
    String variable,
    String type,
    String prompt,
    List<String> choices,
    boolean required,
    boolean hasDefault) {
  Question {
    choices = List.copyOf(choices);
  }

  static Question of(Map<String, @Nullable Object> written) {
    String variable = text(written, "variable", "");
    return new Question(
        variable,
        text(written, "type", "text"),
        text(written, "prompt", variable),
        written.get("choices") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of(),
        Boolean.TRUE.equals(written.get("required")),
        written.get("default") != null);
  }

  private static String text(Map<String, @Nullable Object> written, String key, String usual) {
    return Objects.requireNonNullElse(written.get(key), usual).toString();
  }

  boolean secret() {
    return type.equals("secret");
  }

  boolean severalAnswers() {
    return type.equals("multi");
  }
}
