package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.KeyMaterial;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Source;
import io.vespene.worker.build.WorkerPlugins;
import io.vespene.worker.fake.Agents;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.fake.TestKey;
import io.vespene.worker.fake.TestWorker;
import io.vespene.worker.plugin.DummyIsolation;
import io.vespene.worker.plugin.DummyScm;
import io.vespene.worker.plugin.SshServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds with SSH keys: a real agent, and a real server that knows the keys. */
class WorkerSshKeysTest {
  private static final String PASSWORD = "open sesame $(id) 'quoted'";

  @TempDir Path directory;
  @TempDir Path elsewhere;
  private final Marker marker = Marker.fresh();
  private final List<SshServer> servers = new ArrayList<>();
  private FakeServer server;
  private Optional<WorkerProgram> worker = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    server = new FakeServer();
  }

  @AfterEach
  void end() throws Exception {
    if (worker.isPresent()) {
      worker.get().abort();
      worker.get().join();
    }
    server.close();
    for (SshServer ssh : servers) {
      ssh.stop();
    }
    assertThat(Agents.count(directory)).as("agents that were left").isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "none, ed25519, RFC4716",
    "sudo, ed25519, RFC4716",
    "sudo, rsa, RFC4716",
    "sudo, rsa, PEM",
    "sudo, rsa, PKCS8",
    "sudo, ecdsa, RFC4716",
    "sudo, ecdsa, PEM",
    "sudo, ecdsa, PKCS8"
  })
  void aScriptUsesItsKeys(String isolation, String kind, String form) throws Exception {
    TestKey open = key("open", "", "-t", kind, "-m", form);
    TestKey locked = key("locked", PASSWORD, "-t", kind, "-m", form);
    startWorker();
    for (var material : List.of(open.material(), locked.unlockedBy(PASSWORD))) {
      SshServer ssh = sshServer();
      ssh.authorize(material.name().equals("open") ? open.publicKey() : locked.publicKey());
      FakeBuild build =
          run(material.name().equals("open") ? 1 : 2, login(ssh), isolation, material);
      assertThat(build.awaitFinish().reason()).isEqualTo("exit code 0");
      assertThat(build.log()).contains("Loaded: " + material.name() + "\n").contains("inside\n");
      assertThat(build.sections())
          .containsExactly("claim", "directory", "keys", "isolation", "script", "finish");
      assertThat(build.sectionFailures()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "sudo"})
  void aScriptThatIsStoppedHasItsKeysUntilItEnds(String isolation) throws Exception {
    startWorker();
    String tidy = "trap 'sleep 0.3; ssh-add -L | cut -d\" \" -f3; exit 0' TERM; echo up; ";
    FakeBuild build = run(1, tidy + "sleep 600 & wait", isolation, key("tidy", "").material());
    build.awaitLog("up\n");
    server.stop(build, "stopped by alice");
    assertThat(build.awaitFinish().reason()).isEqualTo("stopped by alice");
    assertThat(build.log()).endsWith("up\ncomment-tidy\n");
    assertThat(Agents.count(directory)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "sudo"})
  void keysAreOfferedInOrderAndTheNextBuildInheritsNone(String isolation) throws Exception {
    startWorker();
    List<KeyMaterial> keys =
        List.of(key("b", "").material(), key("a", PASSWORD).unlockedBy(PASSWORD));
    FakeBuild first =
        server.enqueue(
            Assignments.withKeys(
                script(1, "ssh-add -L | cut -d' ' -f3; echo $SSH_AUTH_SOCK", isolation), keys));
    first.awaitFinish();
    assertThat(first.log()).contains("Loaded: b, a\ncomment-b\ncomment-a\n/");
    assertThat(Agents.count(directory)).isZero();

    FakeBuild second =
        server.enqueue(script(2, "echo ${SSH_AUTH_SOCK-none}; ssh-add -l", isolation));
    second.awaitFinish();
    assertThat(second.log()).startsWith("none\nCould not open a connection");
    assertThat(second.sections()).doesNotContain("keys");
  }

  @Test
  void aBuildWithoutKeysSeesNotEvenTheWorkersOwnAgent() throws Exception {
    SshServer ssh = sshServer();
    var environment = new HashMap<>(System.getenv());
    environment.put("SSH_AUTH_SOCK", ssh.agentSocket().toString());
    startWorker(environment);
    FakeBuild build = server.enqueue(script(1, "echo ${SSH_AUTH_SOCK-none}", "none"));
    build.awaitFinish();
    assertThat(build.log()).isEqualTo("none\n");
    FakeBuild keyed = run(2, "ssh-add -L | cut -d' ' -f3", "none", key("mine", "").material());
    keyed.awaitFinish();
    assertThat(keyed.log()).endsWith("\ncomment-mine\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'',the SSH key 'deploy' is locked and has no unlock password",
    "wrong,the SSH key 'deploy' can't be unlocked: its unlock password is not the right one"
  })
  void aKeyThatCantBeUnlockedFailsTheBuildAtOnce(String password, String reason) throws Exception {
    startWorker();
    TestKey key = key("deploy", PASSWORD);
    FakeBuild build =
        run(
            1,
            "echo never",
            "none",
            key("first", "").material(),
            password.isEmpty() ? key.material() : key.unlockedBy(password));
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(finish.reason()).isEqualTo(reason);
    assertThat(build.sectionFailures()).containsExactly(reason);
    assertThat(build.sections()).containsExactly("claim", "directory", "keys", "finish");
    assertThat(build.log()).doesNotContain("never");
  }

  @Test
  void whatIsNoKeyFailsTheBuildAndIsNamed() throws Exception {
    startWorker();
    FakeBuild build =
        run(1, "true", "none", new KeyMaterial("deploy", "no key\n", Optional.empty()));
    assertThat(build.awaitFinish().reason()).startsWith("the SSH key 'deploy' can't be loaded: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "sudo"})
  void secretsAreInNoArgumentEnvironmentFileOrLog(String isolation) throws Exception {
    startWorker();
    TestKey key = key("deploy", PASSWORD);
    Assignment assignment =
        Assignments.withKeys(
            script(1, "cat vespene.json; env; echo up; sleep " + marker.text(), isolation),
            List.of(key.unlockedBy(PASSWORD)));
    FakeBuild build = server.enqueue(assignment);
    build.awaitLog("up\n");
    marker.awaitProcesses(1);
    List<String> secrets =
        new ArrayList<>(key.privateKey().lines().filter(line -> line.length() > 40).toList());
    secrets.add(PASSWORD);

    assertThat(Agents.count(directory)).isEqualTo(isolation.equals("none") ? 1 : 2 + SUDO_PARENTS);
    for (String secret : secrets) {
      assertThat(placesHolding(secret)).isEmpty();
      assertThat(build.log()).doesNotContain(secret);
      assertThat(assignment.toString()).doesNotContain(secret);
    }
    server.stop(build, "stopped by alice");
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(Agents.count(directory)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "sudo"})
  void theAgentIsGoneWhenTheBuildTookTooLong(String isolation) throws Exception {
    startWorker();
    FakeBuild build =
        server.enqueue(
            Assignments.withKeys(
                Assignments.with(1, "#!/bin/sh\nsleep 600\n", Source.NONE, isolation(isolation), 1),
                List.of(key("deploy", "").material())));
    assertThat(build.awaitFinish().reason()).startsWith("timed out");
    assertThat(Agents.count(directory)).isZero();
  }

  @Test
  void theAgentIsGoneWhenTheCheckoutFailed() throws Exception {
    startWorker();
    FakeBuild build =
        server.enqueue(
            Assignments.withKeys(
                Assignments.with(
                    1,
                    "#!/bin/sh\n",
                    Assignments.git("https://127.0.0.1:1/nothing.git", ""),
                    isolation("none"),
                    60),
                List.of(key("deploy", "").material())));
    assertThat(build.awaitFinish().reason()).startsWith("checkout failed");
    assertThat(Agents.count(directory)).isZero();
  }

  @Test
  void theAgentIsGoneWhenTheScriptCouldNotBeStarted() throws Exception {
    startWorker();
    FakeBuild build =
        server.enqueue(
            Assignments.withKeys(
                Assignments.with(1, "#!/no/such/interpreter\n", Source.NONE, isolation("sudo"), 60),
                List.of(key("deploy", "").material())));
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(Agents.count(directory)).isZero();
    assertThat(directory.resolve("builds/.home-1")).doesNotExist();
  }

  @Test
  void whereNoAgentReachesTheScriptTheLogSaysSo() throws Exception {
    var plugins =
        new WorkerPlugins(
            List.of(new DummyScm()), List.of(new DummyIsolation()), List.of(), List.of());
    worker =
        Optional.of(WorkerProgram.start(TestWorker.settings(directory, server.uri()), plugins));
    FakeBuild build = run(1, "echo ${SSH_AUTH_SOCK-none}", "dummy", key("deploy", "").material());
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.log()).contains("scripts can't use them here").endsWith("none\n");
  }

  @Test
  void aMissingAgentIsTheReasonWithThePackageToInstall() throws Exception {
    Path bare = Files.createDirectory(directory.resolve("bare"));
    startWorker(Map.of("PATH", bare.toString()));
    FakeBuild build = run(1, "true", "none", key("deploy", "").material());
    assertThat(build.awaitFinish().reason())
        .startsWith("ssh-agent is not installed on the worker")
        .contains("openssh-client");
  }

  @Test
  void aSocketsPathThatIsTooLongIsTheReason() throws Exception {
    Path deep = Files.createDirectories(directory.resolve("x".repeat(100)));
    worker = Optional.of(WorkerProgram.start(TestWorker.settings(deep, server.uri())));
    FakeBuild build = run(1, "true", "none", key("deploy", "").material());
    assertThat(build.awaitFinish().reason())
        .startsWith("the path of the agent's socket may have 107 bytes at most")
        .contains(deep.toString());
  }

  @Test
  void aStopEndsAnSshAddThatHangs() throws Exception {
    Path programs = Files.createDirectory(directory.resolve("programs"));
    Path hanging = programs.resolve("ssh-add");
    Files.writeString(hanging, "#!/bin/sh\nsleep " + marker.text() + "\n");
    Files.setPosixFilePermissions(hanging, PosixFilePermissions.fromString("rwxr-xr-x"));
    startWorker(Map.of("PATH", programs + ":" + System.getenv("PATH")));
    FakeBuild build = run(1, "true", "none", key("deploy", "").material());
    marker.awaitProcesses(1);
    server.stop(build, "stopped by alice");
    assertThat(build.awaitFinish().reason()).isEqualTo("stopped by alice");
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void aStopEndsAnAgentThatIsNotReady() throws Exception {
    Path programs = Files.createDirectory(directory.resolve("programs"));
    Path hanging = programs.resolve("ssh-agent");
    Files.writeString(hanging, "#!/bin/sh\nexec sleep " + marker.text() + "\n");
    Files.setPosixFilePermissions(hanging, PosixFilePermissions.fromString("rwxr-xr-x"));
    startWorker(Map.of("PATH", programs + ":" + System.getenv("PATH")));
    FakeBuild build = run(1, "true", "none", key("deploy", "").material());
    marker.awaitProcesses(1);
    server.stop(build, "stopped by alice");
    assertThat(build.awaitFinish().reason()).isEqualTo("stopped by alice");
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void aHundredKeysAreLoaded() throws Exception {
    startWorker();
    var keys = new ArrayList<KeyMaterial>();
    for (int number = 1; number <= 100; number++) {
      keys.add(key("key" + number, "").material());
    }
    FakeBuild build =
        server.enqueue(Assignments.withKeys(script(1, "ssh-add -l | wc -l", "sudo"), keys));
    build.awaitFinish();
    assertThat(build.log()).endsWith("\n100\n");
  }

  /** {@code sudo} itself runs on beside what it started, with the same arguments. */
  private static final int SUDO_PARENTS = 1;

  /** Files of the worker, and arguments and environments of all processes, that hold a text. */
  private List<String> placesHolding(String secret) throws Exception {
    var found = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(directory);
        Stream<Path> processes = Files.list(Path.of("/proc"))) {
      Stream<Path> shown =
          processes
              .filter(path -> Character.isDigit(path.getFileName().toString().charAt(0)))
              .flatMap(path -> Stream.of(path.resolve("cmdline"), path.resolve("environ")));
      Stream.concat(files.filter(Files::isRegularFile), shown)
          .filter(file -> holds(file, secret))
          .forEach(file -> found.add(file.toString()));
    }
    return found;
  }

  private static boolean holds(Path file, String secret) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(secret);
    } catch (java.io.IOException e) {
      // The process has ended meanwhile.
      return false;
    }
  }

  private TestKey key(String name, String password, String... options) throws Exception {
    var all = new ArrayList<>(List.of("-C", "comment-" + name));
    all.addAll(options.length == 0 ? List.of("-t", "ed25519") : List.of(options));
    return TestKey.make(elsewhere, name, password, all.toArray(String[]::new));
  }

  private SshServer sshServer() throws Exception {
    var ssh = new SshServer(elsewhere.resolve("ssh" + servers.size()));
    servers.add(ssh);
    return ssh;
  }

  private static String login(SshServer ssh) {
    return "ssh -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null"
        + " -o LogLevel=ERROR -p "
        + ssh.port()
        + " "
        + System.getProperty("user.name")
        + "@127.0.0.1 echo inside";
  }

  private void startWorker() throws Exception {
    startWorker(System.getenv());
  }

  private void startWorker(Map<String, String> environment) throws Exception {
    WorkerSettings settings = TestWorker.settings(directory, server.uri());
    var places =
        new WorkerPlaces(
            settings.places().stateDirectory(),
            settings.places().buildRoot(),
            List.of(),
            environment);
    worker =
        Optional.of(
            WorkerProgram.start(
                new WorkerSettings(
                    settings.servers(),
                    settings.identity(),
                    settings.limits(),
                    places,
                    settings.rights(),
                    settings.tuning())));
  }

  private FakeBuild run(long build, String script, String isolation, KeyMaterial... keys) {
    return server.enqueue(Assignments.withKeys(script(build, script, isolation), List.of(keys)));
  }

  private static Assignment script(long build, String script, String isolation) {
    return Assignments.with(
        build, "#!/bin/sh\n" + script + "\n", Source.NONE, isolation(isolation), 600);
  }

  private static IsolationChoice isolation(String type) {
    return new IsolationChoice(
        type, type.equals("sudo") ? Map.of("sudo_user", "vespene_build") : Map.of());
  }
}
