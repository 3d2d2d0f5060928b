package io.vespene.core.question;

import java.util.List;
import java.util.Optional;

/** One of several texts. */
public record ChoiceRule(List<String> choices) implements AnswerRule {
  public ChoiceRule {
    choices = List.copyOf(choices);
  }

  @Override
  public Reading read(Object given) {
    return Reading.takeIf(
        given instanceof String text && choices.contains(text), given, refusal(choices));
  }

  static String refusal(List<String> choices) {
    return "must be one of " + String.join(", ", choices);
  }

  @Override
  public Optional<Object> unanswered() {
    return Optional.of("");
  }
}
