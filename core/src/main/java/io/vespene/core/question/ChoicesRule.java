package io.vespene.core.question;

import java.util.List;
import java.util.Optional;

/**
 * Any of several texts.
 *
 * @param min how many at least
 * @param max how many at most
 */
public record ChoicesRule(List<String> choices, int min, int max) implements AnswerRule {
  public ChoicesRule {
    choices = List.copyOf(choices);
  }

  /** The answer has the order of the choices. */
  @Override
  public Reading read(Object given) {
    // Whoever chooses one on a command line need not write a list.
    List<?> chosen = given instanceof List<?> list ? list : List.of(given);
    if (!chosen.stream().allMatch(one -> one instanceof String && choices.contains(one))) {
      return new Reading.Refused("must be a list with any of " + String.join(", ", choices));
    }
    List<String> taken = choices.stream().filter(chosen::contains).toList();
    return Reading.takeIf(
        taken.size() >= min && taken.size() <= max,
        taken,
        "must be " + min + " to " + max + " of " + String.join(", ", choices));
  }

  @Override
  public Optional<Object> unanswered() {
    return Optional.of(List.of());
  }
}
