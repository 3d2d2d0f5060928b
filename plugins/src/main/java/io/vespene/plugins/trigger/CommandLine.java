package io.vespene.plugins.trigger;

import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.TriggerFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A command with gaps for what is known of a build; what fills them is never taken for code. */
sealed interface CommandLine {
  /** The program and its arguments for one build. */
  List<String> arguments(Map<String, Object> context) throws TriggerFailed;

  /** A program and its arguments, each with gaps. No shell sees them. */
  record Words(List<OptionTemplate> words) implements CommandLine {
    public Words {
      words = List.copyOf(words);
    }

    @Override
    public List<String> arguments(Map<String, Object> context) throws TriggerFailed {
      var arguments = new ArrayList<String>();
      for (OptionTemplate word : words) {
        arguments.add(word.render(context, CommandLine::withoutNul));
      }
      return arguments;
    }
  }

  /**
   * A line for the shell.
   *
   * <p>A value is handed over as a parameter of the shell, and only {@code "${1}"} is put into the
   * line. Quoting the value itself would be safe in plain places, but not inside the quotes that
   * the author of the line may have put around it.
   */
  record Line(OptionTemplate line) implements CommandLine {
    @Override
    public List<String> arguments(Map<String, Object> context) throws TriggerFailed {
      var values = new ArrayList<String>();
      UnaryOperator<String> parameter =
          value -> {
            values.add(withoutNul(value));
            return "\"${" + values.size() + "}\"";
          };
      String script = line.render(context, parameter);
      var arguments = new ArrayList<>(List.of("/bin/sh", "-c", script, "trigger"));
      arguments.addAll(values);
      return arguments;
    }
  }

  /** Reads an option of one text, which is a line, or of several, which are words. */
  static CommandLine of(String option, List<String> texts) {
    if (texts.isEmpty() || texts.getFirst().isBlank()) {
      throw new InvalidOption(option, "must be given: a line for the shell, or a list of words");
    }
    return texts.size() == 1
        ? new Line(OptionTemplate.of(option, texts.getFirst()))
        : new Words(texts.stream().map(text -> OptionTemplate.of(option, text)).toList());
  }

  private static String withoutNul(String value) {
    return value.replace("\0", "");
  }
}
