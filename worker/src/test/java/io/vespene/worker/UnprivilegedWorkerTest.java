package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Source;
import io.vespene.worker.fake.Agents;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.ClassPathCopy;
import io.vespene.worker.fake.Dockerd;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.fake.TestKey;
import io.vespene.worker.fake.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds under sudo isolation, their worker being an ordinary user. */
class UnprivilegedWorkerTest {
  private static final IsolationChoice SUDO =
      new IsolationChoice("sudo", Map.of("sudo_user", "vespene_build"));

  private static final IsolationChoice CONTAINER =
      new IsolationChoice("basic_container", Dockerd.OPTIONS);

  @TempDir static Path jars;
  private static String classPath;

  @TempDir Path directory;
  private final Dockerd dockerd = Dockerd.instance();
  private final Marker marker = Marker.fresh();
  private FakeServer server;
  private Process worker;

  @BeforeAll
  static void copyClassPath() throws Exception {
    Files.setPosixFilePermissions(jars, PosixFilePermissions.fromString("rwxr-xr-x"));
    classPath = ClassPathCopy.into(jars);
  }

  @BeforeEach
  void start() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    server = new FakeServer();
    Path own = Files.createDirectory(directory.resolve("own"));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setOwner(
        own, own.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("vespene"));
    var builder =
        new ProcessBuilder(
            List.of(
                "runuser",
                "-u",
                "vespene",
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                WorkerProcess.class.getName(),
                server.uri().toString(),
                own.toString()));
    builder.environment().put("DOCKER_HOST", dockerd.socket());
    worker =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  @AfterEach
  void end() throws Exception {
    worker.getOutputStream().close();
    assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    server.close();
  }

  @Test
  void theScriptMayChangeWhatWasGivenToItAndNobodyElseMay() throws Exception {
    FakeBuild build =
        run(
            "id -un; echo more >> vespene.json; mkdir -p ~/a/b; chmod 700 ~/a; ls -ld . | cut -c1-10");
    Finish finish = build.awaitFinish();
    assertThat(finish.reason()).isEqualTo("exit code 0");
    assertThat(build.log()).isEqualTo("vespene_build\ndrwxrwx---\n");
    assertThat(build.sectionFailures()).isEmpty();
    assertThat(directory.resolve("own/builds/.home-1")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "a trap,trap '' TERM; sleep $M & sleep $M & wait; wait,2",
    "a setsid child,trap '' TERM; setsid sleep $M & sleep $M; sleep $M,2",
    "a double fork,(setsid sh -c 'sleep $M & :' &); sleep $M,2",
    "nohup,nohup sleep $M >/dev/null 2>&1 & sleep $M,2",
    "an emptied environment,trap '' TERM; setsid env -i sleep $M & sleep $M; sleep $M,2",
    "a fork bomb,trap '' TERM; f() { sleep $M & if [ $1 -gt 0 ]; then f $(($1 - 1)) & f $(($1 - 1)) & fi; wait; sleep $M; }; f 4 & wait; sleep $M,30",
  })
  void nothingIsLeftOfAStoppedBuild(String what, String script, int processes) throws Exception {
    FakeBuild build = run(script.replace("$M", marker.text()));
    marker.awaitProcesses(processes);
    Instant asked = Instant.now();
    server.stop(build, "stopped by alice");
    Finish finish = build.awaitFinish();
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(11));
    assertThat(finish.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void whatAScriptLeftInTheBackgroundEndsWithIt() throws Exception {
    FakeBuild build =
        run("trap '' TERM; setsid sleep $M & nohup sleep $M & exit 0".replace("$M", marker.text()));
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void theScriptUsesItsKeysAsTheSudoUserAndNothingOfThemIsLeft() throws Exception {
    TestKey open = TestKey.make(directory, "open", "", "-C", "comment-open");
    TestKey locked = TestKey.make(directory, "locked", "open sesame", "-C", "comment-locked");
    FakeBuild build =
        server.enqueue(
            Assignments.withKeys(
                Assignments.with(
                    1, "#!/bin/sh\nid -un; ssh-add -L | cut -d' ' -f3\n", Source.NONE, SUDO, 600),
                List.of(open.material(), locked.unlockedBy("open sesame"))));
    assertThat(build.awaitFinish().reason()).isEqualTo("exit code 0");
    assertThat(build.log())
        .isEqualTo("Loaded: open, locked\nvespene_build\ncomment-open\ncomment-locked\n");
    assertThat(build.sectionFailures()).isEmpty();
    assertThat(Agents.count(directory)).isZero();
    assertThat(directory.resolve("own/builds/.home-1")).doesNotExist();
  }

  @Test
  void theAgentOfAStoppedBuildIsGone() throws Exception {
    FakeBuild build =
        server.enqueue(
            Assignments.withKeys(
                Assignments.with(
                    1, "#!/bin/sh\nsleep " + marker.text() + "\n", Source.NONE, SUDO, 600),
                List.of(TestKey.make(directory, "deploy", "").material())));
    marker.awaitProcesses(1);
    server.stop(build, "stopped by alice");
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(Agents.count(directory)).isZero();
  }

  @Test
  void whatAContainerLeavesIsTheWorkersAlsoWhenItIsNotRoot() throws Exception {
    FakeBuild build =
        run(
            "id -u; echo hi > out; mkdir a; cp /bin/busybox a/shell; chmod 4755 a/shell; ln -s /etc/passwd link; chown -R 4242 a; chmod 0 a",
            CONTAINER);
    assertThat(build.awaitFinish().reason()).isEqualTo("exit code 0");
    assertThat(build.log()).isEqualTo("0\n");
    assertThat(build.sectionFailures()).isEmpty();
    Path directory = this.directory.resolve("own/builds/1");
    for (String name : List.of("", "out", "a", "a/shell", "link")) {
      assertThat(Files.getOwner(directory.resolve(name), LinkOption.NOFOLLOW_LINKS).getName())
          .isEqualTo("vespene");
    }
    assertThat(Files.getOwner(Path.of("/etc/passwd")).getName()).isEqualTo("root");
    int mode = (int) Files.getAttribute(directory.resolve("a/shell"), "unix:mode");
    assertThat(mode & 07000).isZero();
    assertThat(directory.getParent()).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void aContainerEndsAlsoWhenTheWorkerIsNotRoot() throws Exception {
    FakeBuild build =
        run(
            "trap '' TERM; setsid sleep $M & sleep $M; sleep $M".replace("$M", marker.text()),
            CONTAINER);
    marker.awaitProcesses(2);
    Instant asked = Instant.now();
    server.stop(build, "stopped by alice");
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(11));
    assertThat(marker.processes()).isEmpty();
  }

  private FakeBuild run(String script) {
    return run(script, SUDO);
  }

  private FakeBuild run(String script, IsolationChoice isolation) {
    return server.enqueue(
        Assignments.with(1, "#!/bin/sh\n" + script + "\n", Source.NONE, isolation, 600));
  }
}
