package io.vespene.jinja.conformance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Jinja2 itself, in a Python process. */
final class Oracle implements AutoCloseable {

  private static final Path SCRIPT = Path.of("src/test/python/oracle.py");
  private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

  private static final int SECONDS_TO_END = 10;

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private Oracle(Process process) {
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.US_ASCII);
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
  }

  /** Starts the first Python that has Jinja2 3.1. */
  static Optional<Oracle> start() throws IOException, InterruptedException {
    for (String python : PYTHONS) {
      if (hasJinja(python)) {
        return Optional.of(
            new Oracle(
                new ProcessBuilder(python, "-B", SCRIPT.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()));
      }
    }
    return Optional.empty();
  }

  private static boolean hasJinja(String python) throws InterruptedException {
    try {
      return new ProcessBuilder(
                  python, "-c", "import jinja2; assert jinja2.__version__.startswith('3.1')")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  Map<String, @Nullable Object> ask(Case question) throws IOException {
    questions.write(question.json());
    questions.newLine();
    questions.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the oracle ended at " + question.json());
    }
    return JsonReader.readObject(answer);
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.onExit().orTimeout(SECONDS_TO_END, TimeUnit.SECONDS).join();
  }
}
