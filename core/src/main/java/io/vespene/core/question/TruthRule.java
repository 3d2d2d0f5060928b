package io.vespene.core.question;

import java.util.Optional;

/** Yes or no. */
public record TruthRule() implements AnswerRule {
  @Override
  public Reading read(Object given) {
    return switch (given) {
      case Boolean _ -> new Reading.Taken(given);
      case String text when text.equals("true") || text.equals("false") ->
          new Reading.Taken(Boolean.valueOf(text));
      default -> new Reading.Refused("must be true or false");
    };
  }

  @Override
  public Optional<Object> unanswered() {
    return Optional.of(false);
  }
}
