package io.vespene.core.question;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.variable.Mask;
import io.vespene.core.variable.VariableRules;
import io.vespene.jinja.TextPattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one question as it was written, and notes all that is wrong with it. */
final class QuestionReader {
  private static final int MAX_TEXT = 2_000;
  private static final int MAX_CHOICES = 200;
  private static final int MAX_CHOICE = 500;

  private final String path;
  private final Map<String, @Nullable Object> written;
  private final FieldErrors errors;

  /** {@code path} such as {@code launch_questions[2]}. */
  QuestionReader(String path, Map<String, @Nullable Object> written, FieldErrors errors) {
    this.path = path;
    this.written = written;
    this.errors = errors;
  }

  LaunchQuestion read() {
    QuestionType type = type();
    for (String key : written.keySet()) {
      require(type.knows(key), key, "is unknown for a question of type " + type.word());
    }
    String variable = text("variable");
    require(
        VariableRules.isName(variable),
        "variable",
        "must be 1 to 100 letters, digits and _, not beginning with a digit");
    String prompt = text("prompt");
    AnswerRule rule = rule(type);
    return new LaunchQuestion(
        variable,
        type,
        prompt.isBlank() ? variable : prompt,
        text("help"),
        fallback(rule),
        required(),
        rule);
  }

  private QuestionType type() {
    Object word = written.getOrDefault("type", QuestionType.TEXT.word());
    Optional<QuestionType> type =
        word instanceof String text ? QuestionType.parse(text) : Optional.empty();
    require(type.isPresent(), "type", "must be one of " + QuestionType.words());
    return type.orElse(QuestionType.TEXT);
  }

  private AnswerRule rule(QuestionType type) {
    return switch (type) {
      case TEXT -> textRule(0);
      // A shorter one could not be hidden in logs.
      case SECRET -> textRule(Mask.MIN_LENGTH);
      case RADIO, SELECT -> new ChoiceRule(choices());
      case MULTI -> choicesRule();
      case NUMBER -> numberRule();
      case BOOLEAN -> new TruthRule();
      case DATE -> dateRule();
    };
  }

  private TextRule textRule(int shortest) {
    int min = count("min", shortest, TextRule.LONGEST).orElse(shortest);
    int max = count("max", min, TextRule.LONGEST).orElse(TextRule.LONGEST);
    return new TextRule(min, max, pattern());
  }

  private ChoicesRule choicesRule() {
    List<String> choices = choices();
    int min = count("min", 0, choices.size()).orElse(0);
    return new ChoicesRule(
        choices, min, count("max", Math.max(1, min), choices.size()).orElse(choices.size()));
  }

  private NumberRule numberRule() {
    String rule = "must be a number";
    Optional<BigDecimal> min = bound("min", NumberRule::parse, rule);
    Optional<BigDecimal> max = bound("max", NumberRule::parse, rule);
    require(inOrder(min, max), "max", "must not be less than min");
    return new NumberRule(min, max);
  }

  private DateRule dateRule() {
    String rule = "must be a date such as 2026-11-25";
    Optional<LocalDate> min = bound("min", DateRule::parse, rule);
    Optional<LocalDate> max = bound("max", DateRule::parse, rule);
    require(
        min.isEmpty() || max.isEmpty() || !max.get().isBefore(min.get()),
        "max",
        "must not be before min");
    return new DateRule(min, max);
  }

  private static boolean inOrder(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    return min.isEmpty() || max.isEmpty() || min.get().compareTo(max.get()) <= 0;
  }

  private <T> Optional<T> bound(String key, Function<Object, Optional<T>> parse, String rule) {
    Object value = written.get(key);
    Optional<T> bound = value == null ? Optional.empty() : parse.apply(value);
    require(value == null || bound.isPresent(), key, rule);
    return bound;
  }

  private Optional<Integer> count(String key, int least, int most) {
    Object value = written.get(key);
    if (value == null) {
      return Optional.empty();
    }
    boolean holds = value instanceof Integer number && number >= least && number <= most;
    require(holds, key, "must be a whole number between " + least + " and " + most);
    return holds ? Optional.of((Integer) value) : Optional.empty();
  }

  private Optional<TextPattern> pattern() {
    String text = text("pattern");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var pattern = new TextPattern(text);
    pattern
        .problem()
        .ifPresent(
            problem -> require(false, "pattern", "must be a regular expression: " + problem));
    return Optional.of(pattern);
  }

  private List<String> choices() {
    List<?> list = written.get("choices") instanceof List<?> given ? given : List.of();
    List<String> choices =
        list.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .filter(QuestionReader::isChoice)
            .toList();
    require(
        !choices.isEmpty() && choices.size() == list.size() && choices.size() <= MAX_CHOICES,
        "choices",
        "must be a list of 1 to %d texts, each of 1 to %d characters without line ends"
            .formatted(MAX_CHOICES, MAX_CHOICE));
    require(
        Set.copyOf(choices).size() == choices.size(), "choices", "must not name a choice twice");
    return choices;
  }

  private static boolean isChoice(String text) {
    return !text.isBlank()
        && text.equals(text.strip())
        && text.length() <= MAX_CHOICE
        && text.chars().noneMatch(Character::isISOControl);
  }

  private Optional<Object> fallback(AnswerRule rule) {
    Object value = written.get("default");
    if (Answered.nothing(value) || value == null) {
      return Optional.empty();
    }
    return switch (rule.read(value)) {
      case Reading.Taken(Object taken) -> Optional.of(taken);
      case Reading.Refused(String reason) -> {
        require(false, "default", reason);
        yield Optional.empty();
      }
    };
  }

  private boolean required() {
    Object value = written.getOrDefault("required", false);
    require(value instanceof Boolean, "required", "must be true or false");
    return Boolean.TRUE.equals(value);
  }

  private String text(String key) {
    Object value = written.getOrDefault(key, "");
    boolean holds =
        value instanceof String text && text.length() <= MAX_TEXT && text.indexOf('\0') < 0;
    require(holds, key, "must be a text of at most " + MAX_TEXT + " characters");
    return holds ? String.valueOf(value) : "";
  }

  private void require(boolean holds, String key, String reason) {
    errors.require(holds, path + "." + key, reason);
  }
}
