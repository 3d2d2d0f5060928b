package io.vespene.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.Person;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskAnswersTest {
  private static final List<Question> QUESTIONS =
      List.of(
          Question.of(Map.of("variable", "optional")),
          Question.of(Map.of("variable", "usual", "required", true, "default", "x")),
          Question.of(
              Map.of(
                  "variable",
                  "one",
                  "type",
                  "radio",
                  "required",
                  true,
                  "choices",
                  List.of("red", "green"))),
          Question.of(
              Map.of(
                  "variable",
                  "many",
                  "type",
                  "multi",
                  "required",
                  true,
                  "choices",
                  List.of("a", "b", "c"))),
          Question.of(
              Map.of("variable", "token", "type", "secret", "required", true, "prompt", "Token")));

  @Test
  void onlyWhatMustBeAnsweredAndWasNotIsAsked() {
    var person = new Typist("2", "c, 1", "hush");

    assertThat(new AskAnswers(person).complete(QUESTIONS, Map.of("optional", "given")))
        .isEqualTo(
            Map.of(
                "optional", "given", "one", "green", "many", List.of("c", "a"), "token", "hush"));
    assertThat(person.unseen).containsExactly("Token:");
    assertThat(person.told).contains("  2  green");
  }

  @Test
  void anEndOfTheInputEndsTheAsking() {
    assertThatThrownBy(() -> new AskAnswers(new Typist()).complete(QUESTIONS, Map.of()))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("answers.one: must be answered");
  }

  private static final class Typist implements Person {
    private final Deque<String> typed;
    private final List<String> unseen = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    Typist(String... typed) {
      this.typed = new ArrayDeque<>(List.of(typed));
    }

    @Override
    public Optional<String> ask(String prompt) {
      return Optional.ofNullable(typed.poll());
    }

    @Override
    public Optional<String> askSecret(String prompt) {
      unseen.add(prompt);
      return ask(prompt);
    }

    @Override
    public void tell(String text) {
      told.add(text);
    }
  }
}
