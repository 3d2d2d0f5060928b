package io.vespene.core.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vespene.core.pool.WorkerPool;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestProjects;
import io.vespene.core.testing.TestWorker;
import io.vespene.core.variable.Mask;
import io.vespene.core.variable.ResolvedVariable;
import io.vespene.protocol.worker.Assignment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to launch questions on their way into builds. */
class BuildAnswersDatabaseTest {
  private static final String CANARY = "s3cret-canary";
  private static final LaunchQuestions QUESTIONS =
      new LaunchQuestions(
          List.of(
              Map.of("variable", "size", "type", "number", "required", true),
              Map.of("variable", "dry", "type", "boolean"),
              Map.of("variable", "token", "type", "secret")));

  @TempDir private Path directory;
  private TestEngine engine;
  private WorkerPool pool;
  private TestWorker worker;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pool = engine.pool("general");
    worker = engine.worker("w1", pool);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void answersReachScriptAndWorkerAsTheyAreButSecretsAreHidden() {
    Project project = asking("echo {{ size + 1 }} {{ dry }} {{ token }}");
    Build build = start(project, Map.of("size", "4", "dry", true, "token", CANARY));

    BuildInputs inputs = engine.core().builds().inputs(build.id());
    assertThat(inputs.script()).isEqualTo("#!/bin/sh\necho 5 True " + Mask.TEXT + "\n");
    assertThat(inputs.variables())
        .extracting(ResolvedVariable::name, ResolvedVariable::value, v -> v.origin().words())
        .contains(tuple("size", 4, "launch answers"), tuple("token", Mask.TEXT, "launch answers"));
    assertThat(
            engine.read(
                String.class,
                "SELECT i::text || encode(secret_inputs, 'escape') FROM build_inputs i"))
        .doesNotContain(CANARY);
    Assignment assignment = worker.poll(1).assignments().getFirst();
    assertThat(assignment.variables())
        .containsEntry("size", 4)
        .containsEntry("dry", true)
        .containsEntry("token", CANARY);
    assertThat(assignment.secrets()).contains(CANARY);
  }

  @Test
  void aStartWithoutAPersonNeedsDefaults() {
    Project project = asking("true");

    assertThatThrownBy(() -> engine.start(project))
        .hasMessage("answers.size must be answered: it has no default");
    assertThat(engine.read(Long.class, "SELECT count(*) FROM builds")).isZero();
  }

  @Test
  void aRestartHasTheSameAnswersTheSecretOnesToo() {
    Project project = asking("echo {{ size }} {{ token }}");
    Build build = start(project, Map.of("size", 7, "token", CANARY));

    Build again = engine.core().builds().restart(build.id(), People.ALICE);
    Build third = engine.core().builds().restart(again.id(), People.ALICE);

    assertThat(engine.core().builds().inputs(third.id()).variables())
        .isEqualTo(engine.core().builds().inputs(build.id()).variables());
    assertThat(worker.poll(3).assignments().getLast().script()).contains("7 " + CANARY);
  }

  @Test
  void aRestartIsRefusedWhenTheQuestionsAreOthersByNow() {
    Project project = asking("true");
    Build build = start(project, Map.of("size", 7));
    ProjectDraft draft = TestProjects.asking("p", pool, "true", LaunchQuestions.NONE);
    engine.core().projects().edit(project.id(), project.version(), draft, People.ALICE);

    assertThatThrownBy(() -> engine.core().builds().restart(build.id(), People.ALICE))
        .hasMessageContaining("answers must not hold 'size'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "; rm -rf canary",
        "$(touch harmed)`touch harmed`",
        "a\ntouch harmed\n",
        "'; touch harmed; '",
        "\"; touch harmed; \"",
        "\\",
        "-n * ~ ! # && touch harmed",
        "ünï ✓ 'x' \"y\"",
      })
  void aQuotedAnswerIsOneWordForTheShellWhateverItHolds(String hostile) throws Exception {
    LaunchQuestions questions = new LaunchQuestions(List.of(Map.of("variable", "word")));
    String line = "set -- {{ word|shell_quote }}; printf '%s|%s' $# \"$1\"; test ! -e harmed";
    Project project =
        engine
            .core()
            .projects()
            .create(TestProjects.asking("p", pool, line, questions), People.ALICE);
    start(project, Map.of("word", hostile));
    String script = worker.poll(1).assignments().getFirst().script();

    Path file = Files.writeString(directory.resolve("script"), script);
    Path printed = directory.resolve("printed");
    Process shell =
        new ProcessBuilder("sh", file.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(printed)).isEqualTo("1|" + hostile);
    assertThat(shell.exitValue()).isZero();
  }

  private Project asking(String line) {
    return engine
        .core()
        .projects()
        .create(TestProjects.asking("p", pool, line, QUESTIONS), People.ALICE);
  }

  private Build start(Project project, Map<String, Object> answers) {
    var request = new StartRequest(People.ALICE, Optional.empty(), answers);
    return engine.core().builds().start(project, request);
  }
}
