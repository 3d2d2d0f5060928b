package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import io.vespene.plugins.isolation.ContainerIsolation;
import io.vespene.worker.fake.Dockerd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicContainerIsolationTest extends IsolationContract {
  private static final String CANARY = "canary-7f3b1c";

  private final Dockerd dockerd = Dockerd.instance();
  @TempDir Path programs;

  @Override
  Isolation accepting() {
    return new ContainerIsolation();
  }

  @Override
  Isolation refusing() {
    return new ContainerIsolation();
  }

  @Override
  Map<String, String> options() {
    return Dockerd.OPTIONS;
  }

  @Override
  Map<String, String> refusedOptions() {
    return optionsWith("image", "");
  }

  @Override
  Map<String, String> environment() {
    return dockerd.environment();
  }

  @Override
  String directoryInside() {
    return "/builds/1";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | | the project names no container_base_image",
        "--privileged | | container_base_image is not the name of an image: --privileged",
        "-v=/:/host | | container_base_image is not the name of an image",
        "vespene.test/busybox:1 --privileged | | container_base_image is not the name of an image",
        "vespene.test/busybox:2 | vespene.test/busybox:1 | the worker pool does not allow the image"
            + " vespene.test/busybox:2; its allowed_images are vespene.test/busybox:1",
        "evil.test/busybox:1 | vespene.test/* | the worker pool does not allow the image",
        "nowhere.invalid/nothing:1 | | the image nowhere.invalid/nothing:1 can't be had",
      })
  void anImageThatMustNotBeOrIsNotThereIsTheReason(String image, String allowed, String reason)
      throws Exception {
    var options = new HashMap<>(optionsWith("image", image));
    options.put("allowed_images", allowed == null ? "" : allowed);
    assertRefused(options, environment(), reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "many", "1e9", "", "0; rm -rf /"})
  void limitsThatAreNoNumbersAreRefused(String limit) throws Exception {
    assertRefused(
        optionsWith("pids", limit), environment(), "the worker pool's container limit pids");
  }

  @Test
  void aLimitThatTheEngineRefusesIsTheReason() throws Exception {
    assertRefused(
        optionsWith("cpus", "100000"), environment(), "the container could not be made: ");
  }

  @Test
  void aMissingEngineIsTheReasonAndNamesThePackage() throws Exception {
    var environment = new HashMap<>(environment());
    environment.put("PATH", programs.toString());
    assertRefused(options(), environment, "install the package docker.io");
  }

  @Test
  void anEngineThatDoesNotAnswerIsTheReason() throws Exception {
    var environment = new HashMap<>(environment());
    environment.put("DOCKER_HOST", "unix://" + programs.resolve("nobody.sock"));
    assertRefused(options(), environment, "docker does not answer: Cannot connect");
  }

  @Test
  void anEngineThatHangsIsTheReasonToo() throws Exception {
    program("docker", "exec sleep 1000");
    assertRefused(options(), withPrograms(), "docker does not answer: it took longer than 10 s");
  }

  @Test
  void pullingEndsAsSoonAsTheBuildIsStopped() throws Exception {
    program(
        "docker",
        """
        case $1 in
          image) exit 1 ;;
          pull) echo pulling; exec sleep 1000 ;;
        esac
        """);
    var preparing = new TestCommands(withPrograms());
    var commands =
        new IsolationCommands(preparing.commands(), new TestCommands(withPrograms()).commands());
    IsolationRequest request = request("exit 0");
    var stopper =
        Thread.ofVirtual()
            .start(() -> {
              while (!preparing.log().contains("pulling")) {
                Thread.onSpinWait();
              }
              preparing.stop().throwIt();
            });
    assertThatThrownBy(() -> accepting().isolate(request, commands))
        .isInstanceOfSatisfying(
            PluginFailure.class,
            failure -> assertThat(failure.reason()).isEqualTo("the build was stopped"));
    stopper.join();
    assertThat(workingDirectory()).isNotEmptyDirectory();
  }

  @Test
  void valuesArriveAsTheyAreAndStandInNoCommandLine() throws Exception {
    Path calls = programs.resolve("calls");
    program("docker", "printf '%s\\n' \"$@\" >> " + calls + "\nexec docker \"$@\"");
    String value = "a  b\n$HOME `id` 'q' \"" + CANARY;
    var request = request("printf '[%s]' \"$ODD\"", options(), Map.of("ODD", value));
    assertThat(run(request, withPrograms())).isEqualTo("[" + value + "]");
    assertThat(Files.readString(calls)).contains("--env=ODD").doesNotContain(CANARY);
  }

  @Test
  void nothingOfTheMachinesEnvironmentIsInside() throws Exception {
    var request =
        request(
            "env | cut -d= -f1 | sort",
            options(),
            Map.of(
                "CI", "true",
                "SSH_AUTH_SOCK", "/tmp/agent",
                "HOME", "/var/lib/vespene",
                "LD_PRELOAD", "/builds/1/evil.so",
                "DOCKER_HOST", "tcp://evil.test",
                "VESPENE_BUILD_ROOT", buildRoot.toString()));
    assertThat(run(request, environment()).lines().filter(name -> !name.equals("_")))
        .containsExactly(
            "CI",
            "HOME",
            "HOSTNAME",
            "PATH",
            "PWD",
            "SHLVL",
            "VESPENE_BUILD_ROOT",
            "VESPENE_COOKIE");
  }

  @Test
  void theBuildRootAndNumberLeadToTheWorkingDirectory() throws Exception {
    var request =
        request(
            "cd / && cd $VESPENE_BUILD_ROOT/$VESPENE_BUILD_ID && ls; echo $HOME",
            options(),
            Map.of("VESPENE_BUILD_ID", "1", "VESPENE_BUILD_ROOT", buildRoot.toString()));
    assertThat(run(request, environment())).isEqualTo("vespene_launch.sh\n/root\n");
  }

  @Test
  void theContainerHasItsLimitsAndNoMoreRights() throws Exception {
    var options = new HashMap<>(options());
    options.putAll(Map.of("cpus", "0.5", "memory_mib", "64", "pids", "50"));
    IsolatedBuild place = accepting().isolate(request("exit 0", options), bothCommands());
    String format =
        "{{.HostConfig.NanoCpus}} {{.HostConfig.Memory}} {{.HostConfig.MemorySwap}}"
            + " {{.HostConfig.PidsLimit}} {{.HostConfig.NetworkMode}} {{.HostConfig.Privileged}}"
            + " {{.HostConfig.SecurityOpt}} {{.HostConfig.LogConfig.Type}} {{.HostConfig.CapDrop}}";
    assertThat(inspect(format))
        .isEqualTo("500000000 67108864 67108864 50 none false [no-new-privileges] none [ALL]");
    assertThat(inspect("{{.HostConfig.CapAdd}}"))
        .doesNotContain("SYS_", "MKNOD", "NET_RAW", "SETFCAP");
    place.close();
  }

  @Test
  void limitsHoldInside() throws Exception {
    var options = new HashMap<>(options());
    options.putAll(Map.of("memory_mib", "64", "pids", "20"));
    String script =
        """
        grep -E 'NoNewPrivs|CapEff' /proc/self/status
        sh -c 'for i in $(seq 1 40); do sleep 1 & done' 2> /dev/null || echo full
        mknod device c 1 3 2> /dev/null || echo no devices
        ls /proc/sys/net/ipv4/conf
        """;
    String output = run(request(script, options), environment());
    assertThat(output)
        .contains("NoNewPrivs:\t1", "CapEff:\t00000000000004eb", "full", "no devices", "lo")
        .doesNotContain("eth0");
  }

  @Test
  void thePoolMayLeaveTheNetworkOn() throws Exception {
    IsolatedBuild place =
        accepting().isolate(request("exit 0", optionsWith("network", "true")), bothCommands());
    assertThat(inspect("{{.HostConfig.NetworkMode}}")).isNotEqualTo("none");
    place.close();
  }

  @Test
  void resultsAreTheWorkersAndMakeNobodyAnybodyElse() throws Exception {
    Path outside = Files.writeString(buildRoot.resolve("outside"), "not inside");
    Files.setOwner(
        outside,
        outside.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("vespene"));
    String script =
        """
        ln -s OUTSIDE link
        cp /bin/busybox root-shell
        mkdir -p deep/er
        echo result > deep/er/file
        mkfifo pipe
        chown -R 4242:4242 deep root-shell .
        chmod 6755 root-shell
        chmod 000 deep/er/file
        chmod 777 .
        """
            .replace("OUTSIDE", outside.toString());
    run(request(script), environment());
    for (String name :
        List.of("", "link", "root-shell", "deep", "deep/er", "deep/er/file", "pipe")) {
      Path file = workingDirectory().resolve(name);
      assertThat(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName()).isEqualTo("root");
      assertThat(Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS)).isEqualTo(0);
    }
    assertThat(Files.getOwner(outside).getName()).isEqualTo("vespene");
    int mode = (int) Files.getAttribute(workingDirectory().resolve("root-shell"), "unix:mode");
    assertThat(mode & 07777).isEqualTo(0755);
  }

  @Test
  void whileTheContainerRunsNobodyElseReachesItsFiles() throws Exception {
    IsolatedBuild place =
        accepting()
            .isolate(
                request(
                    "cp /bin/busybox sh; chmod 4755 sh; chmod 777 .; echo ready; sleep "
                        + marker.text()),
                bothCommands());
    Process process = start(place);
    assertThat(process.inputReader().readLine()).isEqualTo("ready");
    var asOther =
        new ProcessBuilder(
                "runuser",
                "-u",
                "vespene_build",
                "--",
                "sh",
                "-c",
                "ls " + buildRoot + "/1 " + buildRoot + "/.container-*/files")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(asOther.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.contains("No such file") || line.contains("denied"));
    place.signal(ProcessSignal.KILL);
    process.waitFor();
    place.close();
    assertThat(workingDirectory().resolve("sh")).exists();
  }

  @Test
  void anotherBuildsContainerIsNeverTouched() throws Exception {
    String almost = cookie.text() + "0";
    String other =
        dockerd.run(
            "run",
            "--detach",
            "--network=none",
            "--log-driver=none",
            "--label=vespene.cookie=" + almost,
            "--label=vespene.build=1",
            "--name=vespene-1-" + almost,
            Dockerd.IMAGE,
            "sleep",
            "1000");
    IsolatedBuild place = accepting().isolate(request("exit 0"), bothCommands());
    start(place).waitFor();
    assertThat(place.survivors()).isEmpty();
    place.signal(ProcessSignal.KILL);
    place.close();
    assertThat(dockerd.run("inspect", "--format={{.State.Running}}", other)).isEqualTo("true");
    dockerd.run("rm", "--force", other);
  }

  @Test
  void directoriesMayHaveAnyName() throws Exception {
    Path odd = Files.createDirectory(buildRoot.resolve("a,readonly \"b\""));
    Files.setPosixFilePermissions(odd, PosixFilePermissions.fromString("rwx--x--x"));
    buildRoot = odd;
    assertThat(run(request("echo made > made; pwd"), environment())).isEqualTo("/builds/1\n");
    assertThat(workingDirectory().resolve("made")).hasContent("made");
  }

  private void assertRefused(
      Map<String, String> options, Map<String, String> environment, String reason)
      throws Exception {
    IsolationRequest request = request("exit 0", options);
    var commands = new TestCommands(environment).commands();
    assertThatThrownBy(
            () -> accepting().isolate(request, new IsolationCommands(commands, commands)))
        .isInstanceOfSatisfying(
            PluginFailure.class, failure -> assertThat(failure.reason()).contains(reason));
    assertThat(request.script()).exists();
    assertThat(buildRoot).isDirectoryNotContaining("glob:**/.*");
    assertThat(
            dockerd.run("ps", "--all", "--quiet", "--filter=label=vespene.cookie=" + cookie.text()))
        .isEmpty();
  }

  private String run(IsolationRequest request, Map<String, String> environment) throws Exception {
    var commands = new TestCommands(environment).commands();
    IsolatedBuild place = accepting().isolate(request, new IsolationCommands(commands, commands));
    Process process = start(place);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    place.close();
    return output;
  }

  private String inspect(String format) throws Exception {
    return dockerd.run(
        "inspect", "--format=" + format, "vespene-1-" + cookie.text().substring(0, 12));
  }

  private Map<String, String> optionsWith(String name, String value) {
    var options = new HashMap<>(options());
    options.put(name, value);
    return Map.copyOf(options);
  }

  /** The worker's environment, with a program of the test's instead of docker. */
  private Map<String, String> withPrograms() {
    var environment = new HashMap<>(environment());
    environment.put("PATH", programs + ":" + environment.get("PATH"));
    return environment;
  }

  private void program(String name, String script) throws Exception {
    Path file = programs.resolve(name);
    Files.writeString(file, "#!/bin/sh\nPATH=" + System.getenv("PATH") + "\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
