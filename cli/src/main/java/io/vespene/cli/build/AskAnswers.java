package io.vespene.cli.build;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Person;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks a person what must be answered and was not. The server judges the answers. */
record AskAnswers(Person person) {
  /** The answers that were given, and those that the person gives. */
  Map<String, @Nullable Object> complete(
      List<Question> questions, Map<String, @Nullable Object> given) {
    var answers = new LinkedHashMap<String, @Nullable Object>(given);
    questions.stream()
        .filter(question -> question.required() && !question.hasDefault())
        .filter(question -> !given.containsKey(question.variable()))
        .forEach(question -> answers.put(question.variable(), ask(question)));
    return answers;
  }

  private Object ask(Question question) {
    List<String> choices = question.choices();
    IntStream.range(0, choices.size())
        .forEach(at -> person.tell("  " + (at + 1) + "  " + choices.get(at)));
    String prompt = question.prompt() + hint(question) + ":";
    Optional<String> typed = question.secret() ? person.askSecret(prompt) : person.ask(prompt);
    String answer =
        typed.orElseThrow(() ->
            new CommandFailure(
                ExitCode.BAD_INPUT, "answers." + question.variable() + ": must be answered"));
    return question.severalAnswers()
        ? Arrays.stream(answer.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(part -> chosen(part, choices))
            .toList()
        : chosen(answer, choices);
  }

  private static String hint(Question question) {
    return switch (question.type()) {
      case "multi" -> " (numbers or texts, with commas between them)";
      case "boolean" -> " (true or false)";
      case "date" -> " (such as 2026-11-25)";
      default -> question.choices().isEmpty() ? "" : " (number or text)";
    };
  }

  /** A choice may be given by its number, unless that is a choice itself. */
  private static String chosen(String typed, List<String> choices) {
    String text = typed.strip();
    boolean number = text.matches("[1-9][0-9]{0,2}") && !choices.contains(text);
    return number && Integer.parseInt(text) <= choices.size()
        ? choices.get(Integer.parseInt(text) - 1)
        : typed;
  }
}
