package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Source;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.fake.TestWorker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Builds under sudo isolation, their worker being root. */
class SudoWorkerTest {
  @TempDir Path directory;
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
  }

  @Test
  void theScriptRunsAsTheSudoUserInItsOwnDirectoryAndHome() throws Exception {
    startWorker(settings());
    Path builds = directory.resolve("builds");
    FakeBuild build =
        run("vespene_build", "id -un; pwd; echo $HOME; touch here; ls -ld . | cut -c1-10; ls -A ~");
    assertThat(build.awaitFinish().reason()).isEqualTo("exit code 0");
    assertThat(build.log())
        .isEqualTo(
            "vespene_build\n%s/1\n%s/.home-1\ndrwxrwx---\n.gitconfig\n".formatted(builds, builds));
    assertThat(builds.resolve(".home-1")).doesNotExist();
  }

  @Test
  void theEnvironmentIsExactlyWhatIsPromised() throws Exception {
    startWorker(settings());
    FakeBuild build = run("vespene_build", "env | cut -d= -f1 | sort");
    build.awaitFinish();
    var expected =
        new java.util.TreeSet<>(
            List.of(
                "CI",
                "HOME",
                "PATH",
                "PWD",
                "VESPENE",
                "VESPENE_BRANCH",
                "VESPENE_BUILD_ID",
                "VESPENE_BUILD_ROOT",
                "VESPENE_COOKIE",
                "VESPENE_PROJECT",
                "VESPENE_REVISION",
                "VESPENE_URL"));
    Stream.of("LANG", "TZ").filter(System.getenv()::containsKey).forEach(expected::add);
    assertThat(build.log().lines().filter(line -> !line.equals("_") && !line.equals("OLDPWD")))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void otherBuildsDirectoriesAndTheWorkersStateAreClosedToTheScript() throws Exception {
    startWorker(settings());
    run("vespene_build", "echo secret > mine; chmod 777 mine").awaitFinish();
    FakeBuild second =
        server.enqueue(
            Assignments.with(
                2,
                "#!/bin/sh\ncat ../1/mine; ls ..; ls %s\n".formatted(directory.resolve("state")),
                Source.NONE,
                sudo("vespene_build"),
                60));
    second.awaitFinish();
    assertThat(second.log().lines()).hasSize(3).allMatch(line -> line.contains("denied"));
  }

  @Test
  void aMissingUserIsTheReason() throws Exception {
    startWorker(settings());
    Finish finish = run("no_such_user", "true").awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(finish.reason())
        .isEqualTo("isolation refused: the user no_such_user does not exist on the worker");
  }

  @Test
  void rootIsNoSudoUser() throws Exception {
    startWorker(settings());
    assertThat(run("root", "true").awaitFinish().reason()).contains("root");
  }

  @Test
  void aMissingSudoIsTheReason() throws Exception {
    var environment = new HashMap<>(System.getenv());
    Path bare = Files.createDirectory(directory.resolve("bare"));
    environment.put("PATH", bare.toString());
    startWorker(withPlaces(settings(), List.of(), environment));
    assertThat(run("vespene_build", "true").awaitFinish().reason())
        .startsWith("isolation refused: sudo is not installed on the worker, or not on its PATH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vespene.yaml", "keyset.json"})
  void aUserWhoCanReadASecretFileGetsNoBuild(String name) throws Exception {
    Path file = Files.writeString(directory.resolve(name), "secret");
    List<Path> secretFiles = List.of(directory.resolve("missing"), file);
    startWorker(withPlaces(settings(), secretFiles, System.getenv()));
    Finish finish = run("vespene_build", "true").awaitFinish();
    assertThat(finish.reason())
        .startsWith("isolation refused: the user vespene_build can read " + file + ", ");
  }

  @Test
  void aUserWhoCanEnterTheWorkersStateGetsNoBuild() throws Exception {
    startWorker(settings());
    Path state = directory.resolve("state");
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx-----x"));
    Finish finish = run("vespene_build", "true").awaitFinish();
    assertThat(finish.reason())
        .startsWith("isolation refused: the user vespene_build can read " + state + ", ");
  }

  @Test
  void theSudoUsersNameMayHoldTheSlot() throws Exception {
    startWorker(settings());
    FakeBuild build = run("no_such_user_{slot}", "true");
    assertThat(build.awaitFinish().reason()).contains("no_such_user_1 does not exist");
  }

  @Test
  void buildsThatRunAtTheSameTimeRunAsTheUsersOfTheirSlots() throws Exception {
    WorkerLimits one = WorkerLimits.DEFAULT;
    startWorker(
        TestWorker.withLimits(
            settings(),
            new WorkerLimits(
                2, one.maxBuilds(), one.maxWait(), one.onlyBuild(), one.diskFloorBytes())));
    FakeBuild first =
        runInSlot(1, "id -un; echo $$; echo on; while [ ! -e go ]; do sleep 0.05; done");
    first.awaitLog("on\n");
    String process = first.log().lines().toList().get(1);
    FakeBuild second =
        runInSlot(
            2,
            "id -un; kill -9 $P; cat /proc/$P/environ; cat ../1/vespene.json"
                .replace("$P", process));
    second.awaitFinish();
    Files.createFile(directory.resolve("builds/1/go"));
    assertThat(first.awaitFinish().reason()).isEqualTo("exit code 0");
    List<String> names =
        List.of(first.log().lines().toList().getFirst(), second.log().lines().toList().getFirst());
    assertThat(names).containsExactlyInAnyOrder("vespene_build_1", "vespene_build_2");
    assertThat(second.log().lines().skip(1).filter(line -> !line.isEmpty()).toList())
        .hasSize(3)
        .allMatch(line -> line.contains("denied") || line.contains("not permitted"));
  }

  @Test
  void everythingOfASlotsUserEndsWithItsBuild() throws Exception {
    startWorker(settings());
    Marker marker = Marker.fresh();
    FakeBuild build =
        runInSlot(
            1,
            ("(setsid env -i sh -c 'trap \"\" TERM; env -i sleep $M & : > ready' &);"
                    + " while [ ! -e ready ]; do sleep 0.01; done")
                .replace("$M", marker.text()));
    assertThat(build.awaitFinish().reason()).isEqualTo("exit code 0");
    assertThat(marker.processes()).isEmpty();
  }

  private FakeBuild runInSlot(long number, String script) {
    return server.enqueue(
        Assignments.with(
            number, "#!/bin/sh\n" + script + "\n", Source.NONE, sudo("vespene_build_{slot}"), 60));
  }

  private void startWorker(WorkerSettings settings) throws Exception {
    worker = Optional.of(WorkerProgram.start(settings));
  }

  private WorkerSettings settings() {
    return TestWorker.settings(directory, server.uri());
  }

  private static WorkerSettings withPlaces(
      WorkerSettings settings, List<Path> secretFiles, Map<String, String> environment) {
    return new WorkerSettings(
        settings.servers(),
        settings.identity(),
        settings.limits(),
        new WorkerPlaces(
            settings.places().stateDirectory(),
            settings.places().buildRoot(),
            secretFiles,
            environment),
        settings.rights(),
        settings.tuning());
  }

  private FakeBuild run(String user, String script) {
    return server.enqueue(
        Assignments.with(1, "#!/bin/sh\n" + script + "\n", Source.NONE, sudo(user), 60));
  }

  private static IsolationChoice sudo(String user) {
    return new IsolationChoice("sudo", Map.of("sudo_user", user));
  }
}
