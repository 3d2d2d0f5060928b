package io.vespene.core.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Kinds of launch questions; what else may be said about a question depends on its kind. */
public enum QuestionType {
  TEXT,
  RADIO,
  MULTI,
  SELECT,
  NUMBER,
  BOOLEAN,
  DATE,
  SECRET;

  private static final List<String> OF_ALL =
      List.of("variable", "type", "prompt", "help", "required");

  /** As it is written: {@code text}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean knows(String key) {
    return OF_ALL.contains(key) || own().contains(key);
  }

  private Set<String> own() {
    return switch (this) {
      case TEXT -> Set.of("default", "pattern", "min", "max");
      case RADIO, SELECT -> Set.of("default", "choices");
      case MULTI -> Set.of("default", "choices", "min", "max");
      case NUMBER, DATE -> Set.of("default", "min", "max");
      case BOOLEAN -> Set.of("default");
      case SECRET -> Set.of("pattern", "min", "max");
    };
  }

  static Optional<QuestionType> parse(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** All of them, for a message. */
  static String words() {
    return Arrays.stream(values()).map(QuestionType::word).collect(Collectors.joining(", "));
  }
}
