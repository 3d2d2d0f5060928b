package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.Hook;
import io.vespene.plugin.PluginOptions;
import io.vespene.plugin.Scm;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerFactory;
import io.vespene.worker.build.WorkerPlugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars of plugins, good and bad. */
class LoadPluginsTest {
  private static final String FINE = "return new Quiet();";
  private static final String NEEDS_TEXT =
      """
      options.require("text");
      return new Quiet();
      """;
  private static final String KNOWS_TEXT_AND_BOLD =
      """
      options.find("text");
      options.flag("bold", false);
      return new Quiet();
      """;

  @TempDir Path directory;

  @Test
  void aPluginOfAJarIsMadeAsTheSettingsAsk() throws Exception {
    jar().trigger("Loud", "loud", NEEDS_TEXT).write("loud.jar");

    WorkerPlugins plugins = load(choice("loud", Map.of("text", "hello")));

    assertThat(plugins.triggers())
        .singleElement()
        .satisfies(trigger -> {
          assertThat(trigger.name()).isEqualTo("announce");
          assertThat(trigger.trigger().type()).isEqualTo("quiet");
          assertThat(trigger.timeLimit()).isEqualTo(Duration.ofSeconds(9));
          assertThat(trigger.hook()).isEqualTo(Hook.PRE);
        });
    assertThat(LoadPlugins.examine(settings(), List.of()))
        .containsExactly("trigger loud (loud.jar)");
  }

  @Test
  void anUnknownOptionIsNamedWithThoseThatThereAre() throws Exception {
    jar().trigger("Loud", "loud", KNOWS_TEXT_AND_BOLD).write("loud.jar");

    assertThatThrownBy(() -> load(choice("loud", Map.of("txet", "hello"))))
        .isInstanceOf(PluginRefused.class)
        .hasMessage(
            "triggers.pre.announce.options.txet: is unknown; the options are bold, text"
                + " (vespene.yaml, line 7)");
  }

  @Test
  void aMissingOptionIsNamed() throws Exception {
    jar().trigger("Loud", "loud", NEEDS_TEXT).write("loud.jar");

    assertThatThrownBy(() -> load(choice("loud", Map.of())))
        .hasMessage("triggers.pre.announce.options.text: must be given (vespene.yaml, line 7)");
  }

  @Test
  void anUnknownPluginIsNamedWithThoseThatThereAre() throws Exception {
    jar().trigger("Loud", "loud", FINE).write("loud.jar");

    assertThatThrownBy(() -> load(choice("lout", Map.of())))
        .hasMessage(
            "triggers.pre.announce: no such plugin as lout here; there are loud"
                + " (vespene.yaml, line 7)");
  }

  @Test
  void aJarWithoutItsVersionIsRefused() throws Exception {
    jar().trigger("Loud", "loud", FINE).version("").write("old.jar");

    assertRefused("old.jar can't be used: its manifest lacks the line Vespene-Plugin-Api: 1");
  }

  @Test
  void aJarOfAnotherVersionIsRefused() throws Exception {
    jar().trigger("Loud", "loud", FINE).version("2").write("new.jar");

    assertRefused(
        "new.jar can't be used: it was made for version 2 of the plugin interfaces, and this"
            + " program has version 1");
  }

  @Test
  void aJarWithoutPluginsIsRefused() throws Exception {
    jar().source("Nothing", "public class Nothing {}").write("empty.jar");

    assertRefused("empty.jar can't be used: it names no plugin in META-INF/services");
  }

  @Test
  void aFileThatIsNoJarIsRefused() throws Exception {
    Files.writeString(directory.resolve("text.jar"), "no jar");

    assertRefused("text.jar can't be used: it is not a readable jar");
  }

  @Test
  void aFactoryThatIsNotThereIsRefused() throws Exception {
    jar().service("TriggerFactory", "Absent").write("absent.jar");

    assertRefused("absent.jar can't be used: ", "Absent");
  }

  @Test
  void aFactoryOfAnotherKindIsRefused() throws Exception {
    jar().trigger("Loud", "loud", FINE).service("ScmFactory", "Loud").write("mixed.jar");

    assertRefused("mixed.jar can't be used: ", "Loud");
  }

  @Test
  void aConstructorThatThrowsIsRefused() throws Exception {
    jar()
        .source(
            "Broken",
            """
            import io.vespene.plugin.*;
            public class Broken implements TriggerFactory {
              public Broken() { throw new IllegalStateException("no licence"); }
              public String type() { return "broken"; }
              public Trigger create(PluginOptions options) { return null; }
            }
            """)
        .service("TriggerFactory", "Broken")
        .write("broken.jar");

    assertRefused("broken.jar can't be used: ", "IllegalStateException: no licence");
  }

  @Test
  void aClassThatIsMissingIsNamed() throws Exception {
    jar()
        .source("Library", "public class Library { static void use() {} }")
        .trigger("Loud", "loud", "Library.use(); return new Quiet();")
        .without("Library")
        .write("loud.jar");

    assertThatThrownBy(() -> load(choice("loud", Map.of())))
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining("the plugin loud (loud.jar) can't be made: NoClassDefFoundError")
        .hasMessageContaining("Library");
  }

  @ParameterizedTest
  @ValueSource(strings = {"return null;", "throw new IllegalStateException(\"no\");"})
  void aPluginThatCanNotBeMadeIsRefused(String create) throws Exception {
    jar().trigger("Loud", "loud", create).write("loud.jar");

    assertThatThrownBy(() -> load(choice("loud", Map.of())))
        .isInstanceOf(PluginRefused.class)
        .hasMessageStartingWith("triggers.pre.announce: the plugin loud (loud.jar) ");
  }

  @Test
  void twoPluginsOfOneTypeAreRefused() throws Exception {
    jar().trigger("Loud", "loud", FINE).write("a.jar");
    jar().trigger("Louder", "loud", FINE).write("b.jar");

    assertRefused("The trigger plugin loud is there twice: a.jar and b.jar");
  }

  @Test
  void aTypeIsAPlainWord() throws Exception {
    jar().trigger("Loud", "Loud!", FINE).write("loud.jar");

    assertRefused("The plugin Loud (loud.jar) must have a type of small letters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.vespene.worker.WorkerProgram",
        "io.vespene.plugins.scm.GitScm",
        "tools.jackson.databind.json.JsonMapper",
        "org.slf4j.Logger",
      })
  void pluginsSeeNothingOfTheProgram(String name) throws Exception {
    Class.forName(name);
    jar()
        .trigger(
            "Curious",
            "curious",
            """
            try {
              Class.forName("%s");
            } catch (ClassNotFoundException e) {
              return new Quiet();
            }
            throw new IllegalStateException("it sees the program");
            """
                .formatted(name))
        .write("curious.jar");

    assertThat(load(choice("curious", Map.of())).triggers()).hasSize(1);
  }

  @Test
  void pluginsSeeTheJdk() throws Exception {
    jar()
        .trigger(
            "Web", "web", "java.net.http.HttpClient.newHttpClient().close(); return new Quiet();")
        .write("web.jar");

    assertThat(load(choice("web", Map.of())).triggers()).hasSize(1);
  }

  @Test
  void aJarThatEverybodyCanChangeIsRefused() throws Exception {
    jar().trigger("Loud", "loud", FINE).write("loud.jar");
    Files.setPosixFilePermissions(
        directory.resolve("loud.jar"), PosixFilePermissions.fromString("rw-rw-rw-"));

    assertRefused("loud.jar holds plugins, but everybody may change it: chmod o-w ");
  }

  @Test
  void aDirectoryThatIsNotThereIsRefused() {
    assertThatThrownBy(() ->
            LoadPlugins.load(
                none(),
                new PluginSettings(
                    Optional.of(directory.resolve("no")),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of()),
                List.of()))
        .hasMessageStartingWith("plugins-directory: there is no directory ");
  }

  @Test
  void aBuiltInNameIsTaken() throws Exception {
    jar()
        .source(
            "Other",
            """
            import io.vespene.plugin.*;
            public class Other implements ScmFactory {
              public String type() { return "other"; }
              public Scm create(PluginOptions options) {
                return new Scm() {
                  public String type() { return "other"; }
                  public SourceRevision checkOut(Checkout checkout, BuildCommands commands) {
                    return SourceRevision.NONE;
                  }
                };
              }
            }
            """)
        .service("ScmFactory", "Other")
        .write("other.jar");
    Scm git = new NamedScm("git", new DummyScm());
    var always = new WorkerPlugins(List.of(git), List.of(), List.of(), List.of());

    assertThat(LoadPlugins.load(always, withScm("hg"), List.of()).scms())
        .extracting(Scm::type)
        .containsExactly("git", "hg");
    assertThatThrownBy(() -> LoadPlugins.load(always, withScm("git"), List.of()))
        .hasMessageContaining("git is the name of a built-in plugin: choose another");
  }

  private TestJar jar() {
    return new TestJar(directory)
        .source(
            "Quiet",
            """
            import io.vespene.plugin.*;
            class Quiet implements Trigger {
              public String type() { return "quiet"; }
              public void fire(TriggerEvent event, BuildCommands commands) {}
            }
            """);
  }

  @Test
  void aPluginThatIsNeverMadeKeepsNobodyWaiting() {
    var catalog = new PluginCatalog();
    catalog.add(new NeverDone(), "a test");
    assertThatThrownBy(() ->
            PluginCatalog.make(
                catalog.triggers(), choice("never", Map.of()), Duration.ofMillis(50)))
        .isInstanceOf(PluginRefused.class)
        .hasMessageContaining("triggers.pre.announce")
        .hasMessageContaining("the plugin never (a test) takes longer than 50 ms to be made");
  }

  private record NeverDone() implements TriggerFactory {
    @Override
    public String type() {
      return "never";
    }

    @Override
    public Trigger create(PluginOptions options) {
      try {
        new CountDownLatch(1).await();
        throw new IllegalStateException("somebody has opened the latch");
      } catch (InterruptedException e) {
        throw new IllegalStateException("somebody has lost patience", e);
      }
    }
  }

  private static TriggerChoice fired(PluginChoice choice) {
    return new TriggerChoice(choice, Duration.ofSeconds(9));
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> LoadPlugins.load(none(), settings(), List.of()))
        .isInstanceOf(PluginRefused.class)
        .message()
        .contains(parts);
  }

  private WorkerPlugins load(PluginChoice... pre) {
    return LoadPlugins.load(none(), settings(pre), List.of());
  }

  private PluginSettings settings(PluginChoice... pre) {
    return new PluginSettings(
        Optional.of(directory),
        List.of(),
        List.of(),
        List.of(),
        Map.of(Hook.PRE, Stream.of(pre).map(LoadPluginsTest::fired).toList()));
  }

  private PluginSettings withScm(String name) {
    var options = new PluginOptions(Map.of());
    var choice = new PluginChoice("scm." + name, name, "other", options, "vespene.yaml, line 3");
    return new PluginSettings(
        Optional.of(directory), List.of(choice), List.of(), List.of(), Map.of());
  }

  private static PluginChoice choice(String type, Map<String, String> options) {
    return new PluginChoice(
        "triggers.pre.announce",
        "announce",
        type,
        PluginOptions.of(options),
        "vespene.yaml, line 7");
  }

  private static WorkerPlugins none() {
    return new WorkerPlugins(List.of(), List.of(), List.of(), List.of());
  }
}
