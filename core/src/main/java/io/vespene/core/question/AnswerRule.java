package io.vespene.core.question;

import java.util.Optional;

/** What a question takes for an answer. */
public sealed interface AnswerRule
    permits TextRule, ChoiceRule, ChoicesRule, NumberRule, TruthRule, DateRule {

  /** Turns what was given, a JSON value that says something, into what templates see. */
  Reading read(Object given);

  /** What templates see when nothing was answered; empty for null. */
  Optional<Object> unanswered();
}
