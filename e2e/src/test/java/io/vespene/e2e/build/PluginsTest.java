package io.vespene.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.Checkout;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.ServerInstallation;
import io.vespene.e2e.installation.WorkerProcess;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import io.vespene.e2e.rest.RestAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What docs/plugins.md says, done with the example plugin: its command, and its settings. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Folder folder = Folder.create("plugins");
  private Path settings;
  private ServerInstallation installation;

  @BeforeAll
  void start() throws Exception {
    Files.writeString(folder.folder("sources/hello").resolve("greeting"), "good day\n");
    folder.folder("jars");
    build();
    settings = folder.file("vespene.yaml", here(block("```yaml\n", "```")));
    installation = ServerInstallation.start(Map.of("VESPENE_CONFIG", settings.toString()));
  }

  @AfterAll
  void close() {
    installation.close();
    folder.close();
  }

  @Test
  void aBuildRunsThroughPluginsOfEveryKind() throws Exception {
    Api api = installation.api();
    api.createPool("kind", Map.of("isolation", "nice"));
    api.createProject(
        "hello",
        "kind",
        "#!/bin/sh\ncat greeting; echo DEBUG nothing; nice\n",
        Map.of("scm_type", "folder", "repo_url", "hello"));
    installation.startWorker("w1", "kind", "--config", settings.toString());

    BuildView build = api.awaitEnd(api.start("hello"), LIMIT);

    assertThat(build.status()).as(build.reason()).isEqualTo("SUCCESS");
    assertThat(api.log(build.id())).contains("Noted in ", "good day\n19\n").doesNotContain("DEBUG");
    assertThat(folder.resolve("logbook"))
        .content()
        .isEqualTo("PRE hello " + build.id() + " here we go\n");
  }

  @Test
  void onlyNamesOfTheSettingsAreAllowed() {
    Api api = installation.api();
    RestAnswer answer =
        api.rest()
            .post("/api/v1/worker-pools", Map.of("name", "other", "isolation", "jail"))
            .require(422);

    assertThat(answer.json().get("errors").get(0).get("reason").asString())
        .isEqualTo("must be sudo, basic_container, none or nice");
  }

  @Test
  void aBadJarIsNamedAndNoWorkerStarts() throws Exception {
    Path bad = folder.folder("bad");
    Files.writeString(bad.resolve("bad.jar"), "no jar");
    Path other = folder.file("bad.yaml", "plugins-directory: " + bad + "\n");
    installation.api().createPool("unlucky", Map.of("isolation", "none"));

    WorkerProcess worker = installation.startWorker("w2", "unlucky", "--config", other.toString());

    assertThat(worker.process().awaitExit(LIMIT)).isEqualTo(2);
    assertThat(worker.process().output())
        .contains(
            "vespene: The plugin jar "
                + bad.resolve("bad.jar")
                + " can't be used: it is not a readable jar");
  }

  /** Runs the guide's own command. */
  private void build() throws IOException {
    Matcher command =
        Pattern.compile("```\n(docs/example-plugin/build \\S+ \\S+)\n```").matcher(guide());
    assertThat(command.find()).as("the guide says how to build the example").isTrue();
    List<String> arguments =
        List.of(
            here(command.group(1))
                .replace("docs/", Checkout.folder() + "/docs/")
                .replace(" lib/", " " + Checkout.folder() + "/cli/target/vespene/lib/")
                .split(" "));
    Command.of(arguments).with("JAVA_HOME", System.getProperty("java.home")).output();
  }

  private String here(String text) {
    return text.replace("/etc/vespene/plugins", folder.resolve("jars").toString())
        .replace("/var/log/vespene-builds", folder.resolve("logbook").toString())
        .replace("/srv/sources", folder.resolve("sources").toString());
  }

  private static String block(String begin, String end) {
    String guide = guide();
    int from = guide.indexOf(begin) + begin.length();
    return guide.substring(from, guide.indexOf(end, from));
  }

  private static String guide() {
    try {
      return Files.readString(Checkout.folder().resolve("docs/plugins.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
