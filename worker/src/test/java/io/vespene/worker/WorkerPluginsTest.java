package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.Hook;
import io.vespene.plugin.OptionValue;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.Outcome;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.TestWorker;
import io.vespene.worker.plugin.ExamplePlugin;
import io.vespene.worker.plugin.PluginSettings;
import io.vespene.worker.plugin.TriggerChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds with plugins that are not our own. */
class WorkerPluginsTest {
  @TempDir Path directory;
  private FakeServer server;
  private Optional<WorkerProgram> worker = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer();
  }

  @AfterEach
  void end() throws Exception {
    if (worker.isPresent()) {
      worker.get().abort();
      worker.get().join();
    }
    server.close();
  }

  @Test
  void aBuildRunsThroughAllPluginsOfTheExample() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("folders/hello"));
    Files.writeString(folder.resolve("greeting"), "good day\n");
    worker = Optional.of(WorkerProgram.start(withExample()));

    FakeBuild build =
        server.enqueue(
            Assignments.with(
                1,
                "#!/bin/sh\ncat greeting; nice; echo a secret recipe; echo done\n",
                Assignments.source("folder", "hello", ""),
                new IsolationChoice("nice", Map.of()),
                60));

    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).as(finish.reason()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.log())
        .contains("good day\n19\ndone\n", "Noted in ")
        .doesNotContain("secret recipe");
    assertThat(directory.resolve("logbook"))
        .content()
        .isEqualTo("PRE hello 1 here we go\nSUCCESS hello 1\n");
  }

  @Test
  void aFolderElsewhereIsNotCopied() throws Exception {
    Files.createDirectories(directory.resolve("folders"));
    Files.createDirectories(directory.resolve("private"));
    worker = Optional.of(WorkerProgram.start(withExample()));

    FakeBuild build =
        server.enqueue(
            Assignments.with(
                1,
                "#!/bin/sh\n",
                Assignments.source("folder", "../private", ""),
                new IsolationChoice("nice", Map.of()),
                60));

    assertThat(build.awaitFinish().reason())
        .startsWith("checkout failed: the folder ../private is not in ");
  }

  private WorkerSettings withExample() throws Exception {
    Path jars = directory.resolve("plugins");
    ExamplePlugin.build(jars);
    var logbook = text(directory.resolve("logbook").toString());
    var plugins =
        new PluginSettings(
            Optional.of(jars),
            List.of(
                ExamplePlugin.choice(
                    "scm.folder",
                    "folder",
                    Map.of("below", text(directory.resolve("folders").toString())))),
            List.of(ExamplePlugin.choice("isolation.nice", "nice", Map.of("niceness", text("19")))),
            List.of(
                ExamplePlugin.choice(
                    "output.discreet",
                    "hide-lines",
                    Map.of("containing", new OptionValue.Texts(List.of("secret", "private"))))),
            Map.of(
                Hook.PRE,
                List.of(
                    fired(
                        "triggers.pre.begin", Map.of("file", logbook, "note", text("here we go")))),
                Hook.SUCCESS,
                List.of(fired("triggers.success.end", Map.of("file", logbook)))));
    WorkerSettings settings = TestWorker.settings(directory, server.uri());
    return new WorkerSettings(
        settings.servers(),
        settings.identity(),
        settings.limits(),
        settings.places(),
        settings.rights(),
        plugins,
        settings.tuning());
  }

  private static TriggerChoice fired(String key, Map<String, OptionValue> options) {
    return new TriggerChoice(ExamplePlugin.choice(key, "logbook", options), Duration.ofSeconds(20));
  }

  private static OptionValue text(String text) {
    return new OptionValue.Text(text);
  }
}
