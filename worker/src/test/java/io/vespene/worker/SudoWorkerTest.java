package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Source;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
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
    startWorker(withPlaces(settings(), Optional.empty(), environment));
    assertThat(run("vespene_build", "true").awaitFinish().reason())
        .isEqualTo("isolation refused: sudo is not installed on the worker, or not on its PATH");
  }

  @Test
  void aUserWhoCanReadTheSettingsGetsNoBuild() throws Exception {
    Path settingsFile = Files.writeString(directory.resolve("vespene.yaml"), "database: {}\n");
    startWorker(withPlaces(settings(), Optional.of(settingsFile), System.getenv()));
    Finish finish = run("vespene_build", "true").awaitFinish();
    assertThat(finish.reason())
        .isEqualTo(
            "isolation refused: the user vespene_build can read the settings file " + settingsFile);
  }

  @Test
  void theSudoUsersNameMayHoldTheSlot() throws Exception {
    startWorker(settings());
    FakeBuild build = run("no_such_user_{slot}", "true");
    assertThat(build.awaitFinish().reason()).contains("no_such_user_1 does not exist");
  }

  private void startWorker(WorkerSettings settings) throws Exception {
    worker = Optional.of(WorkerProgram.start(settings));
  }

  private WorkerSettings settings() {
    return TestWorker.settings(directory, server.uri());
  }

  private static WorkerSettings withPlaces(
      WorkerSettings settings, Optional<Path> settingsFile, Map<String, String> environment) {
    return new WorkerSettings(
        settings.servers(),
        settings.identity(),
        settings.limits(),
        new WorkerPlaces(
            settings.places().stateDirectory(),
            settings.places().buildRoot(),
            settingsFile,
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
