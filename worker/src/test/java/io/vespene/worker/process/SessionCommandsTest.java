package io.vespene.worker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandNotStarted;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.CommandStopped;
import io.vespene.plugin.CommandTimedOut;
import io.vespene.plugin.ProgramMissing;
import io.vespene.worker.fake.Marker;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCommandsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path directory;
  private final Marker marker = Marker.fresh();
  private final StopSwitch stop = new StopSwitch();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private SessionCommands commands;

  @BeforeEach
  void prepare() throws Exception {
    commands =
        new SessionCommands(
            SessionStarter.find(System.getenv()),
            new HostEnvironment(System.getenv()),
            "",
            stop,
            (bytes, offset, length) -> log.write(bytes, offset, length));
  }

  @Test
  void outputGoesToTheLogAndItsEndIsRemembered() throws Exception {
    CommandResult result = commands.run(shell("echo one; echo two >&2; exit 5", MINUTE));
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.lastOutput()).isEqualTo("one\ntwo\n");
    assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwo\n");
  }

  @Test
  void aCommandFindsItsInputAndThenTheEnd() throws Exception {
    String input = "word ".repeat(100_000);
    assertThat(commands.capture(fed(input, "wc -c")).output().strip()).isEqualTo("500000");
  }

  @Test
  void aCommandThatDoesNotReadItsInputEndsAllTheSame() throws Exception {
    assertThat(commands.run(fed("word ".repeat(100_000), "exit 4")).exitCode()).isEqualTo(4);
  }

  private Command fed(String input, String script) {
    return new Command(List.of("/bin/sh", "-c", script), Map.of(), directory, input, MINUTE);
  }

  @Test
  void onlyTheEndOfMuchOutputIsRemembered() throws Exception {
    assertThat(commands.run(shell("seq 1 100000", MINUTE)).lastOutput())
        .endsWith("99999\n100000\n")
        .hasSizeLessThanOrEqualTo(4096);
  }

  @Test
  void capturedOutputStaysOutOfTheLog() throws Exception {
    CapturedOutput output = commands.capture(shell("echo one; echo two >&2", MINUTE));
    assertThat(output.output()).isEqualTo("one\n");
    assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo("two\n");
  }

  @Test
  void nothingOfTheWorkersEnvironmentIsInherited() throws Exception {
    assertThat(commands.capture(command(List.of("env"), MINUTE)).output().lines())
        .allMatch(line -> line.startsWith("PATH=") || line.startsWith("VESPENE_COOKIE="));
  }

  @Test
  void aMissingProgramIsNamed() {
    assertThatThrownBy(() -> commands.run(command(List.of("no-such-program"), MINUTE)))
        .isInstanceOf(ProgramMissing.class)
        .hasMessageContaining("no-such-program");
  }

  @Test
  void aMissingDirectoryIsNoMissingProgram() {
    var nowhere =
        new Command(
            List.of("true"),
            Map.of("PATH", System.getenv("PATH")),
            directory.resolve("nowhere"),
            MINUTE);
    assertThatThrownBy(() -> commands.run(nowhere)).isInstanceOf(CommandNotStarted.class);
  }

  @Test
  void whatTakesTooLongIsEndedWithAllItStarted() throws Exception {
    String script = "setsid sleep $M & sleep $M".replace("$M", marker.text());
    assertThatThrownBy(() -> commands.run(shell(script, Duration.ofMillis(300))))
        .isInstanceOf(CommandTimedOut.class);
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void aStopEndsTheCommandAndRefusesTheNext() throws Exception {
    var running =
        CompletableFuture.supplyAsync(() -> {
          try {
            return "ended " + commands.run(shell("sleep " + marker.text(), MINUTE));
          } catch (Exception e) {
            return e.getClass().getSimpleName();
          }
        });
    marker.awaitProcesses(1);
    stop.throwIt();
    assertThat(running.get()).isEqualTo("CommandStopped");
    assertThat(marker.processes()).isEmpty();
    assertThatThrownBy(() -> commands.run(shell("true", MINUTE)))
        .isInstanceOf(CommandStopped.class);
  }

  @Test
  void whatACommandLeavesBehindIsEnded() throws Exception {
    commands.run(shell("nohup sleep " + marker.text() + " >/dev/null 2>&1 &", MINUTE));
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void aProgramInTheCurrentDirectoryIsNotOnThePath() throws Exception {
    Path program = Files.writeString(directory.resolve("tool"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    var relative = new Command(List.of("tool"), Map.of("PATH", ".::bin"), directory, MINUTE);
    assertThatThrownBy(() -> commands.run(relative)).isInstanceOf(ProgramMissing.class);
  }

  private Command shell(String script, Duration limit) {
    return command(List.of("sh", "-c", script), limit);
  }

  private Command command(List<String> arguments, Duration limit) {
    return new Command(arguments, Map.of("PATH", System.getenv("PATH")), directory, limit);
  }
}
