package io.vespene.cli.build;

import io.vespene.cli.client.Json;
import io.vespene.cli.client.TextSource;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Answers to launch questions as options. */
final class AnswerOptions {
  private final TextSource texts;

  @Option(
      names = "--answer",
      paramLabel = "VARIABLE=ANSWER",
      description = {
        "The answer to a launch question of the project. May be repeated, also for several",
        "answers to one question. Secrets belong into --answer-file."
      })
  private List<String> answers = new ArrayList<>();

  @Option(
      names = "--answer-file",
      paramLabel = "FILE",
      description =
          "A file with answers as a JSON object, or '-' for standard input; --answer beats it.")
  private @Nullable String file;

  AnswerOptions(InputStream standardInput) {
    this.texts = new TextSource(standardInput);
  }

  /** All answers by variable; those that were given several times as lists. */
  Map<String, @Nullable Object> read() {
    var read = new LinkedHashMap<String, @Nullable Object>();
    if (file != null) {
      read.putAll(Json.object("--answer-file", texts.read("--answer-file", file)));
    }
    given()
        .forEach((variable, values) ->
            read.put(variable, values.size() == 1 ? values.getFirst() : values));
    return read;
  }

  private Map<String, List<String>> given() {
    var given = new LinkedHashMap<String, List<String>>();
    for (String answer : answers) {
      int equals = answer.indexOf('=');
      if (equals < 1) {
        // Not repeated here: it may be a secret.
        throw new CommandFailure(
            ExitCode.BAD_INPUT, "--answer: must be VARIABLE=ANSWER, such as target=staging.");
      }
      given
          .computeIfAbsent(answer.substring(0, equals), _ -> new ArrayList<>())
          .add(answer.substring(equals + 1));
    }
    return given;
  }
}
