package io.vespene.core.question;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.variable.Level;
import io.vespene.core.variable.Mask;
import io.vespene.core.variable.Origin;
import io.vespene.core.variable.VariableLayer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer for every question that a project asks, as templates see them.
 *
 * @param open by variable
 * @param secret those that nobody may see; secrets that were not answered stand among the others
 */
public record LaunchAnswers(
    Map<String, @Nullable Object> open, Map<String, @Nullable Object> secret) {
  /** To no questions. */
  public static final LaunchAnswers NONE = new LaunchAnswers(Map.of(), Map.of());

  private static final String FIELD = "answers";
  private static final Origin ORIGIN = Origin.of(Level.LAUNCH_ANSWERS, "");

  public LaunchAnswers {
    open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    secret = Collections.unmodifiableMap(new LinkedHashMap<>(secret));
  }

  /**
   * What was answered, and defaults where nothing was.
   *
   * @param given JSON values by variable. What is left out takes the question's default; null, an
   *     empty text or an empty list is no answer
   * @throws io.vespene.core.problem.InvalidInput if an answer is refused or missing, under names
   *     such as {@code answers.size}, or if something was answered that is not asked
   */
  public static LaunchAnswers of(
      LaunchQuestions questions, Map<String, ? extends @Nullable Object> given) {
    var errors = new FieldErrors();
    List<LaunchQuestion> asked = questions.list();
    List<String> variables = asked.stream().map(LaunchQuestion::variable).toList();
    for (String variable : given.keySet()) {
      errors.require(
          variables.contains(variable),
          FIELD,
          "must not hold '" + variable + "', which is not asked: " + known(variables));
    }
    LaunchAnswers answers = collect(asked, question -> answer(question, given, errors));
    errors.throwIfAny();
    return answers;
  }

  /** Defaults, and nothing where something must be answered, to show what a build would be. */
  public static LaunchAnswers forPreview(LaunchQuestions questions) {
    return collect(
        questions.list(),
        question -> question.fallback().or(question.rule()::unanswered).orElse(null));
  }

  private interface Answering {
    @Nullable Object to(LaunchQuestion question);
  }

  private static LaunchAnswers collect(List<LaunchQuestion> questions, Answering answering) {
    var open = new LinkedHashMap<String, @Nullable Object>();
    var secret = new LinkedHashMap<String, @Nullable Object>();
    for (LaunchQuestion question : questions) {
      Object answer = answering.to(question);
      boolean hidden = question.secret() && !Answered.nothing(answer);
      (hidden ? secret : open).put(question.variable(), answer);
    }
    return new LaunchAnswers(open, secret);
  }

  private static @Nullable Object answer(
      LaunchQuestion question, Map<String, ? extends @Nullable Object> given, FieldErrors errors) {
    String variable = question.variable();
    Object answer = given.get(variable);
    if (!given.containsKey(variable) && question.fallback().isPresent()) {
      return question.fallback().get();
    }
    if (answer == null || Answered.nothing(answer)) {
      String rule =
          given.containsKey(variable) ? "must be answered" : "must be answered: it has no default";
      errors.require(!question.required(), FIELD + "." + variable, rule);
      return question.rule().unanswered().orElse(null);
    }
    return switch (question.rule().read(answer)) {
      case Reading.Taken(Object value) -> value;
      case Reading.Refused(String reason) -> {
        errors.require(false, FIELD + "." + variable, reason);
        yield null;
      }
    };
  }

  private static String known(List<String> variables) {
    return variables.isEmpty()
        ? "this project asks nothing"
        : variables.stream().collect(Collectors.joining(", ", "asked are ", ""));
  }

  /** All of them, as they may be shown and stored in plain sight. */
  public Map<String, @Nullable Object> shown() {
    var shown = new LinkedHashMap<String, @Nullable Object>(open);
    secret.keySet().forEach(variable -> shown.put(variable, Mask.TEXT));
    return shown;
  }

  /** The answers as variables. */
  public List<VariableLayer> layers() {
    return List.of(new VariableLayer(ORIGIN, false, open), new VariableLayer(ORIGIN, true, secret));
  }

  @Override
  public String toString() {
    return "LaunchAnswers[" + shown() + "]";
  }
}
