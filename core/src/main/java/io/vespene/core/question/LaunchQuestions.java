package io.vespene.core.question;

import io.vespene.core.problem.FieldErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a project asks when a build of it is started.
 *
 * @param written the questions in order, each a JSON object as somebody wrote it
 */
public record LaunchQuestions(List<Map<String, @Nullable Object>> written) {
  /** Asks nothing. */
  public static final LaunchQuestions NONE = new LaunchQuestions(List.of());

  private static final String FIELD = "launch_questions";
  private static final int MAX = 100;

  public LaunchQuestions {
    written =
        written.stream()
            .<Map<String, @Nullable Object>>map(
                question -> Collections.unmodifiableMap(new LinkedHashMap<>(question)))
            .toList();
  }

  /** Notes everything that is wrong, under names such as {@code launch_questions[2].choices}. */
  public void check(FieldErrors errors) {
    errors.require(written.size() <= MAX, FIELD, "must be at most " + MAX + " questions");
    read(errors);
  }

  /**
   * The questions themselves.
   *
   * @throws io.vespene.core.problem.InvalidInput if {@link #check} would find something
   */
  public List<LaunchQuestion> list() {
    var errors = new FieldErrors();
    List<LaunchQuestion> questions = read(errors);
    errors.throwIfAny();
    return questions;
  }

  private List<LaunchQuestion> read(FieldErrors errors) {
    var questions = new ArrayList<LaunchQuestion>();
    var variables = new HashSet<String>();
    for (int at = 0; at < written.size(); at++) {
      String path = FIELD + "[" + at + "]";
      LaunchQuestion question = new QuestionReader(path, written.get(at), errors).read();
      errors.require(
          variables.add(question.variable()),
          path + ".variable",
          "must not be the one of an earlier question");
      questions.add(question);
    }
    return List.copyOf(questions);
  }
}
