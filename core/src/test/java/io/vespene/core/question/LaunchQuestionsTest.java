package io.vespene.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.InvalidInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class LaunchQuestionsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(tools.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(tools.jackson.core.json.JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .build();

  @Test
  void everyTypeMayBeAsked() {
    LaunchQuestions questions =
        questions(
            """
            [{variable: 'a'},
             {variable: 'b', type: 'radio', prompt: 'B?', help: 'h', choices: ['x', 'y'],
              default: 'x', required: true},
             {variable: 'c', type: 'multi', choices: ['x', 'y'], default: ['y'], min: 0, max: 2},
             {variable: 'd', type: 'select', choices: ['x'], default: ''},
             {variable: 'e', type: 'number', min: -1.5, max: 10, default: 3},
             {variable: 'f', type: 'boolean', default: true},
             {variable: 'g', type: 'date', min: '2026-01-01', max: '2026-12-31',
              default: '2026-11-25'},
             {variable: 'h', type: 'secret', min: 8, max: 100, pattern: '[!-~]+'},
             {variable: 'i', type: 'text', pattern: '[a-z]+', min: 2, max: 5, default: 'abc'}]
            """);

    assertThat(questions.list())
        .extracting(LaunchQuestion::type)
        .containsExactly(
            QuestionType.TEXT,
            QuestionType.RADIO,
            QuestionType.MULTI,
            QuestionType.SELECT,
            QuestionType.NUMBER,
            QuestionType.BOOLEAN,
            QuestionType.DATE,
            QuestionType.SECRET,
            QuestionType.TEXT);
    assertThat(questions.list().getFirst().prompt()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                    | variable must be 1 to 100
          {variable: '1a'}                                      | variable must be 1 to 100
          {variable: 7}                                         | variable must be a text
          {variable: 'a', type: 'colour'}                       | type must be one of text, radio
          {variable: 'a', type: null}                           | type must be one of text, radio
          {variable: 'a', colour: 1}                            | colour is unknown
          {variable: 'a', choices: ['x']}                       | choices is unknown for a question of type text
          {variable: 'a', type: 'secret', default: 'hush'}      | default is unknown for a question of type secret
          {variable: 'a', prompt: 1}                            | prompt must be a text
          {variable: 'a', required: 'yes'}                      | required must be true or false
          {variable: 'a', type: 'radio'}                        | choices must be a list of 1 to 200 texts
          {variable: 'a', type: 'radio', choices: [1]}          | choices must be a list of 1 to 200 texts
          {variable: 'a', type: 'radio', choices: [null]}       | choices must be a list of 1 to 200 texts
          {variable: 'a', type: 'radio', choices: ['x', 'x']}   | choices must not name a choice twice
          {variable: 'a', type: 'select', choices: ['x'], default: 'y'} | default must be one of x
          {variable: 'a', type: 'multi', choices: ['x'], default: ['y']} | default must be a list with any of x
          {variable: 'a', type: 'multi', choices: ['x'], max: 2} | max must be a whole number between 1 and 1
          {variable: 'a', type: 'number', min: 'few'}           | min must be a number
          {variable: 'a', type: 'number', min: 2, max: 1}       | max must not be less than min
          {variable: 'a', type: 'number', default: 1e400}       | default must be a number
          {variable: 'a', type: 'number', max: 1, default: 2}   | default must be at most 1
          {variable: 'a', type: 'date', min: '2026-02-30'}      | min must be a date
          {variable: 'a', type: 'date', min: '2026-02-03', max: '2026-02-02'} | max must not be before min
          {variable: 'a', min: 5, max: 4}                       | max must be a whole number between 5 and 10000
          {variable: 'a', min: 1.5}                             | min must be a whole number between 0 and 10000
          {variable: 'a', type: 'secret', min: 3}               | min must be a whole number between 4 and 10000
          {variable: 'a', pattern: '(a'}                        | pattern must be a regular expression
          {variable: 'a', pattern: 'a)(b'}                      | pattern must be a regular expression
          {variable: 'a', pattern: '(a)\\\\1'}                  | pattern must be a regular expression
          {variable: 'a', pattern: 'a', default: 'b'}           | default must match a
          """)
  void eachErrorNamesItsPlaceAndWhatIsAllowed(String question, String expected) {
    assertThat(refusal("[{variable: 'first'}, " + question + "]"))
        .contains("launch_questions[1]." + expected);
  }

  @Test
  void twoQuestionsMustNotShareAVariable() {
    assertThat(refusal("[{variable: 'a'}, {variable: 'a'}]"))
        .isEqualTo("launch_questions[1].variable must not be the one of an earlier question");
  }

  @Test
  void allErrorsAreToldAtOnce() {
    assertThat(refusal("[{variable: '-'}, {variable: 'a', type: 'radio'}]"))
        .contains("launch_questions[0].variable")
        .contains("launch_questions[1].choices");
  }

  @Test
  void whatWasWrittenIsKept() {
    String text = "[{variable: 'a', type: 'text', min: 0}]";
    assertThat(questions(text).written())
        .isEqualTo(List.of(Map.of("variable", "a", "type", "text", "min", 0)));
  }

  private static String refusal(String json) {
    var errors = new FieldErrors();
    questions(json).check(errors);
    try {
      errors.throwIfAny();
      return "";
    } catch (InvalidInput refusal) {
      return String.valueOf(refusal.getMessage());
    }
  }

  static LaunchQuestions questions(String json) {
    return new LaunchQuestions(
        JSON.readValue(json, new TypeReference<List<Map<String, Object>>>() {}));
  }
}
