package io.vespene.core.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.variable.Mask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchAnswersTest {
  private static final LaunchQuestions QUESTIONS =
      LaunchQuestionsTest.questions(
          """
          [{variable: 'text', pattern: '[a-z ]*', max: 8},
           {variable: 'one', type: 'radio', choices: ['x', 'y']},
           {variable: 'many', type: 'multi', choices: ['x', 'y', 'z'], max: 2},
           {variable: 'count', type: 'number', min: 1, max: 10, default: 3},
           {variable: 'sure', type: 'boolean'},
           {variable: 'day', type: 'date', min: '2026-01-01'},
           {variable: 'token', type: 'secret'}]
          """);

  @Test
  void whatIsNotAnsweredTakesItsDefaultOrNothing() {
    var expected = new HashMap<String, Object>();
    expected.putAll(Map.of("text", "", "one", "", "many", List.of(), "count", 3L));
    expected.putAll(Map.of("sure", false, "day", "", "token", ""));

    assertThat(LaunchAnswers.of(QUESTIONS, Map.of()).open()).isEqualTo(expected);
  }

  @Test
  void textsOfNumbersAndTruthValuesBecomeThose() {
    LaunchAnswers answers =
        LaunchAnswers.of(
            QUESTIONS, Map.of("count", "2.50", "sure", "true", "many", "z", "day", "2026-11-25"));

    assertThat(answers.open())
        .containsEntry("count", 2.5)
        .containsEntry("sure", true)
        .containsEntry("many", List.of("z"))
        .containsEntry("day", "2026-11-25");
    assertThat(LaunchAnswers.of(QUESTIONS, Map.of("count", 7)).open()).containsEntry("count", 7L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text  | UPPER       | must match [a-z ]*
          text  | ninechars   | must be at most 8 characters
          one   | z           | must be one of x, y
          many  | w           | must be a list with any of x, y, z
          count | 11          | must be between 1 and 10
          count | 1e999999999 | must be a number
          count | NaN         | must be a number
          sure  | yes         | must be true or false
          day   | 2025-12-31  | must be at least 2026-01-01
          day   | 2026-02-30  | must be a date
          token | abc         | must be 4 to 10000 characters
          """)
  void eachRefusalSaysWhatIsAllowed(String variable, String answer, String reason) {
    assertThatThrownBy(() -> LaunchAnswers.of(QUESTIONS, Map.of(variable, answer)))
        .hasMessageStartingWith("answers." + variable + " " + reason);
  }

  @Test
  void valuesOfOtherKindsAreRefused() {
    for (String variable : List.of("text", "one", "many", "count", "sure", "day", "token")) {
      assertThatThrownBy(
              () -> LaunchAnswers.of(QUESTIONS, Map.of(variable, Map.of("an", "object"))))
          .hasMessageStartingWith("answers." + variable + " must be");
    }
    assertThatThrownBy(() -> LaunchAnswers.of(QUESTIONS, Map.of("many", List.of("x", 1))))
        .hasMessageStartingWith("answers.many must be a list");
    assertThatThrownBy(() -> LaunchAnswers.of(QUESTIONS, Map.of("many", List.of("x", "y", "z"))))
        .hasMessageStartingWith("answers.many must be 0 to 2 of x, y, z");
  }

  @Test
  void whatIsNotAskedIsRefused() {
    assertThatThrownBy(() -> LaunchAnswers.of(QUESTIONS, Map.of("size", 1)))
        .hasMessageContaining("answers must not hold 'size', which is not asked: asked are text");
    assertThatThrownBy(() -> LaunchAnswers.of(LaunchQuestions.NONE, Map.of("size", 1)))
        .hasMessageContaining("this project asks nothing");
  }

  @Test
  void whatMustBeAnsweredHasItsOwnReason() {
    LaunchQuestions questions =
        LaunchQuestionsTest.questions(
            "[{variable: 'a', required: true}, {variable: 'b', required: true, default: 'x'}]");

    assertThatThrownBy(() -> LaunchAnswers.of(questions, Map.of()))
        .hasMessage("answers.a must be answered: it has no default");
    assertThatThrownBy(() -> LaunchAnswers.of(questions, Map.of("a", "1", "b", "")))
        .hasMessage("answers.b must be answered");
  }

  @Test
  void secretsAreNeverShown() {
    LaunchAnswers answers = LaunchAnswers.of(QUESTIONS, Map.of("token", "s3cret-canary"));

    assertThat(answers.secret()).containsEntry("token", "s3cret-canary");
    assertThat(answers.open()).doesNotContainKey("token");
    assertThat(answers.shown()).containsEntry("token", Mask.TEXT);
    assertThat(answers.toString()).doesNotContain("canary");
  }
}
