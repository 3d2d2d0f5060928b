package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.process.Cookie;
import io.vespene.worker.process.EndProcesses;
import io.vespene.worker.process.SessionStarter;
import io.vespene.worker.process.TaggedProcesses;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of isolation must do. */
abstract class IsolationContract {
  private static final EndProcesses END =
      new EndProcesses(Duration.ofMillis(200), Duration.ofSeconds(10));

  @TempDir Path buildRoot;
  final Cookie cookie = Cookie.fresh();
  final TaggedProcesses processes = new TaggedProcesses(cookie);
  final Marker marker = Marker.fresh();

  /** An isolation that accepts scripts. */
  abstract Isolation accepting();

  /** One that refuses them. */
  abstract Isolation refusing();

  abstract Map<String, String> options();

  /** The options with which {@link #refusing} refuses. */
  Map<String, String> refusedOptions() {
    return options();
  }

  /** The environment of the worker. */
  Map<String, String> environment() {
    return System.getenv();
  }

  /** What a script takes for its working directory. */
  String directoryInside() {
    return workingDirectory().toString();
  }

  @BeforeEach
  final void openBuildRoot() throws Exception {
    Files.setPosixFilePermissions(buildRoot, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  final void theTypeIsAPlainWord() {
    assertThat(accepting().type()).matches("[a-z][a-z0-9_]*");
  }

  @Test
  final void aScriptSeesItsDirectoryAndEnvironmentAndItsExitCodeComesBack() throws Exception {
    IsolatedBuild place =
        accepting().isolate(request("pwd; echo $GREETING; exit 7"), bothCommands());
    Process process = start(place);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(7);
    assertThat(output).isEqualTo(directoryInside() + "\nhello world\n");
    place.close();
  }

  @Test
  final void beforeAndAfterTheScriptNobodySurvives() throws Exception {
    IsolatedBuild place = accepting().isolate(request("exit 0"), bothCommands());
    assertThat(place.survivors()).isEmpty();
    start(place).waitFor();
    assertThat(place.survivors()).isEmpty();
    place.signal(ProcessSignal.KILL);
    place.close();
  }

  @Test
  final void everyProcessIsSeenAndReached() throws Exception {
    String script =
        "trap '' TERM; setsid sleep $M & nohup sleep $M & sleep $M".replace("$M", marker.text());
    IsolatedBuild place = accepting().isolate(request(script), bothCommands());
    start(place);
    marker.awaitProcesses(3);
    assertThat(place.survivors()).containsAll(marker.processes());
    assertThat(END.gently(place)).isTrue();
    assertThat(marker.processes()).isEmpty();
    place.close();
  }

  @Test
  final void whatADeadWorkerLeftIsCleared() throws Exception {
    String script = "trap '' TERM; setsid sleep $M & sleep $M".replace("$M", marker.text());
    IsolationRequest request = request(script);
    start(accepting().isolate(request, bothCommands()));
    marker.awaitProcesses(2);
    IsolationTraces traces = request.traces();
    var afterwards =
        new IsolationTraces(
            traces.build(),
            traces.slot(),
            traces.cookie(),
            traces.workingDirectory(),
            traces.buildRoot(),
            traces.options(),
            new TaggedProcesses(cookie));
    Isolation anotherLife = accepting();
    anotherLife.clear(afterwards, commands());
    anotherLife.clear(afterwards, commands());
    assertThat(END.atOnce(new TaggedProcesses(cookie))).isTrue();
    assertThat(marker.processes()).isEmpty();
    assertThat(buildRoot).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  final void aRefusalHasAReason() {
    assertThatThrownBy(
            () -> refusing().isolate(request("exit 0", refusedOptions()), bothCommands()))
        .isInstanceOfSatisfying(
            PluginFailure.class, failure -> assertThat(failure.reason()).isNotBlank());
  }

  final Path workingDirectory() {
    return buildRoot.resolve("1");
  }

  private BuildCommands commands() throws Exception {
    return new TestCommands(environment()).commands();
  }

  final IsolationCommands bothCommands() throws Exception {
    return new IsolationCommands(commands(), commands());
  }

  final Process start(IsolatedBuild place) throws Exception {
    Process process = SessionStarter.find(System.getenv()).start(place.launch(), false);
    processes.adopt(process.pid());
    return process;
  }

  final IsolationRequest request(String script) throws Exception {
    return request(script, options());
  }

  final IsolationRequest request(String script, Map<String, String> options) throws Exception {
    return request(script, options, Map.of("GREETING", "hello world"));
  }

  final IsolationRequest request(
      String script, Map<String, String> options, Map<String, String> variables) throws Exception {
    Files.createDirectory(workingDirectory());
    Files.setPosixFilePermissions(workingDirectory(), PosixFilePermissions.fromString("rwxrwx---"));
    Path file = workingDirectory().resolve("vespene_launch.sh");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwx---"));
    var traces =
        new IsolationTraces(1, 1, cookie.text(), workingDirectory(), buildRoot, options, processes);
    var environment = new HashMap<>(variables);
    environment.put("PATH", System.getenv("PATH"));
    environment.put(IsolationTraces.COOKIE_VARIABLE, cookie.text());
    return new IsolationRequest(traces, file, environment, Duration.ofMinutes(1));
  }
}
