package io.vespene.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadySessionTest {
  private static final HostEnvironment HOST = new HostEnvironment(Map.of());

  @TempDir Path directory;
  private ReadySession session;
  private TaggedProcesses processes;

  @BeforeEach
  void make() throws Exception {
    session = new ReadySession(SessionStarter.find(System.getenv()), HOST);
    processes = new TaggedProcesses(session.cookie());
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Process become(Map<String, String> environment, String input, String... arguments)
      throws Exception {
    return session.become(
        new Command(List.of(arguments), environment, directory, input, Duration.ofMinutes(1)),
        processes);
  }

  private static String output(Process process) throws Exception {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void itBecomesACommandWithAllItWasGiven() throws Exception {
    session.begin();
    Process process = become(Map.of(), "", "printf", "%s,", "a b", "$HOME `id` \\n", "", "it's\n");
    assertThat(output(process)).isEqualTo("a b,$HOME `id` \\n,,it's\n,");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void theCommandFindsItsEnvironmentAndDirectory() throws Exception {
    Map<String, String> environment =
        Map.of("ONE", "+ = : < . \\", "LINES", "first\n\n last\n", "OTHER", "ü");
    Process process = become(environment, "", "env", "-0");
    assertThat(output(process).split("\0", -1))
        .contains("ONE=+ = : < . \\", "LINES=first\n\n last\n", "OTHER=ü")
        .noneMatch(variable -> variable.startsWith("OLDPWD"));
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void theCommandRunsInItsDirectory() throws Exception {
    assertThat(output(become(Map.of(), "", "/bin/pwd"))).isEqualTo(directory + "\n");
  }

  @Test
  void anInterpreterThatIsMissingIsNamed() throws Exception {
    Path script = directory.resolve("script");
    ExecutableFile.write(
        script,
        "#!/no/such/shell\n".getBytes(StandardCharsets.UTF_8),
        PosixFilePermissions.fromString("rwx------"));
    Process process = become(Map.of(), "", script.toString());
    assertThat(output(process)).contains("vespene: ", script.toString());
    assertThat(process.waitFor()).isNotZero();
  }

  @Test
  void inputIsTheCommandsAlone() throws Exception {
    assertThat(output(become(Map.of(), "=one\n.\ntwo", "cat"))).isEqualTo("=one\n.\ntwo");
  }

  @Test
  void withoutInputThereIsNothingToRead() throws Exception {
    assertThat(output(become(Map.of(), "", "cat"))).isEmpty();
  }

  @Test
  void theProcessLeadsASessionThatIsCounted() throws Exception {
    session.begin();
    Process process = become(Map.of(), "", "sh", "-c", "sleep 1000 & echo started; wait");
    process.getInputStream().read();
    assertThat(processes.survivors()).contains(process.pid()).hasSize(2);
    processes.signal(io.vespene.plugin.ProcessSignal.KILL);
    assertThat(process.waitFor()).isNotZero();
  }

  @Test
  void thereIsANewOneForEveryBuild() throws Exception {
    var sessions = new ReadySessions(SessionStarter.find(System.getenv()), HOST);
    sessions.beginNext();
    ReadySession first = sessions.take();
    assertThat(first.isReady()).isTrue();
    first.close();
    sessions.beginNext();
    ReadySession second = sessions.take();
    assertThat(second.isReady()).isTrue();
    assertThat(second.cookie()).isNotEqualTo(first.cookie());
    second.close();
    sessions.close();
  }

  @Test
  void nothingIsLeftOfOneThatWasNotNeeded() throws Exception {
    requireControlGroups();
    session.begin();
    assertThat(BuildCgroup.find(session.cookie())).isPresent();
    session.close();
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (BuildCgroup.find(session.cookie()).isPresent()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void emptyControlGroupsAreRemovedAndOthersAreNot() throws Exception {
    requireControlGroups();
    Cookie forgotten = Cookie.fresh();
    assertThat(BuildCgroup.create(forgotten)).isPresent();
    session.begin();
    Process process = become(Map.of(), "", "sh", "-c", "echo started; sleep 1000");
    process.getInputStream().read();
    BuildCgroup.removeEmpty(Duration.ofHours(1));
    assertThat(BuildCgroup.find(forgotten)).isPresent();
    BuildCgroup.removeEmpty(Duration.ofSeconds(-1));
    assertThat(BuildCgroup.find(forgotten)).isEmpty();
    assertThat(BuildCgroup.find(session.cookie())).isPresent();
  }

  private static void requireControlGroups() {
    assertThat(BuildCgroup.isAvailable())
        .as("this machine lets root have control groups of version 2")
        .isTrue();
  }
}
