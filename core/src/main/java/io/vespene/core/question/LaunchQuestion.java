package io.vespene.core.question;

import java.util.List;
import java.util.Optional;

/**
 * Something that is asked when a build is started.
 *
 * @param variable what templates call the answer
 * @param prompt what a person reads
 * @param help what else a person should know; may be empty
 * @param fallback the answer when none is given, as templates see it
 * @param required whether a build can't be started without an answer
 */
public record LaunchQuestion(
    String variable,
    QuestionType type,
    String prompt,
    String help,
    Optional<Object> fallback,
    boolean required,
    AnswerRule rule) {
  /** What may be chosen; nothing for questions without choices. */
  public List<String> choices() {
    return switch (rule) {
      case ChoiceRule one -> one.choices();
      case ChoicesRule several -> several.choices();
      case TextRule _, NumberRule _, TruthRule _, DateRule _ -> List.of();
    };
  }

  /** Whether nobody may see the answer. */
  public boolean secret() {
    return type == QuestionType.SECRET;
  }
}
