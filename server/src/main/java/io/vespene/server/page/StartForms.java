package io.vespene.server.page;

import io.vespene.core.problem.InvalidInput;
import io.vespene.core.question.LaunchQuestion;
import io.vespene.server.view.Form;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** Launch questions as a form, and what was answered in it. Fields are called as in problems. */
record StartForms(List<LaunchQuestion> questions) {
  private static final String REVISION = "revision";

  StartForms {
    questions = List.copyOf(questions);
  }

  /** The form that nobody has filled in yet. */
  Form empty(String revision) {
    var values = new HashMap<String, String>();
    values.put(REVISION, revision);
    for (LaunchQuestion question : questions) {
      question.fallback().ifPresent(value -> values.put(field(question), text(value)));
    }
    return Form.of(values);
  }

  /** The form with what was typed, but without secrets, and why it was refused. */
  Form refused(MultiValueMap<String, String> typed, InvalidInput refusal) {
    var values = new HashMap<String, String>();
    typed.forEach((name, given) -> values.put(name, String.join("\n", given)));
    questions.stream()
        .filter(LaunchQuestion::secret)
        .map(StartForms::field)
        .forEach(values::remove);
    return RefusedForm.of(values, refusal);
  }

  Optional<String> revision(MultiValueMap<String, String> typed) {
    return Optional.ofNullable(typed.getFirst(REVISION))
        .map(String::strip)
        .filter(revision -> !revision.isEmpty());
  }

  /** What was answered, as the REST API would take it. */
  Map<String, Object> answers(MultiValueMap<String, String> typed) {
    var answers = new LinkedHashMap<String, Object>();
    for (LaunchQuestion question : questions) {
      List<String> given = typed.getOrDefault(field(question), List.of());
      switch (question.type()) {
        // Browsers say nothing of boxes that are not ticked.
        case MULTI -> answers.put(question.variable(), given);
        case BOOLEAN -> answers.put(question.variable(), given.contains(Form.TICKED));
        case NUMBER, DATE ->
            given.stream()
                .findFirst()
                .ifPresent(text -> answers.put(question.variable(), text.strip()));
        case TEXT, RADIO, SELECT, SECRET ->
            given.stream().findFirst().ifPresent(text -> answers.put(question.variable(), text));
      }
    }
    return answers;
  }

  private static String field(LaunchQuestion question) {
    return "answers." + question.variable();
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? String.join("\n", list.stream().map(String::valueOf).toList())
        : value.toString();
  }
}
