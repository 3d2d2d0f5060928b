package io.vespene.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.cli.RunProgram.Result;
import io.vespene.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code generate-service} makes, judged by the programs that it is made for. */
@Timeout(120)
class ServiceFilesTest {
  private static final String HOME = "vespene.home";

  /** Stands in for the program: writes down how it was called, and waits for its end. */
  private static final String PROGRAM =
      """
      #!/bin/sh
      trap 'echo "$*" >> "DIR/drained"; exit 0' TERM
      echo "$*" >> "DIR/called"
      while true; do sleep 0.05; done
      """;

  @TempDir Path directory;
  private Path home;

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(directory.resolve("100% our program"));
    Path program = Files.createDirectories(home.resolve("bin")).resolve("vespene");
    Files.writeString(program, PROGRAM.replace("DIR", directory.toString()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.setProperty(HOME, home.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(HOME);
  }

  @Test
  void systemdAcceptsTheUnits() throws Exception {
    Path units = Files.createDirectories(directory.resolve("units"));
    Result result =
        generate("--systemd", "--workers", "general=4 linux=2", "--directory", units.toString());

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(names(units))
        .containsExactlyInAnyOrder(
            "vespene-server.service",
            "vespene-worker-general@.service",
            "vespene-worker-linux@.service",
            "vespene.target");
    assertThat(Files.readString(units.resolve("vespene.target")))
        .contains("Wants=vespene-worker-general@4.service")
        .doesNotContain("general@5");
    var verify =
        new ProcessBuilder(
            "systemd-analyze",
            "verify",
            units.resolve("vespene.target").toString(),
            units.resolve("vespene-server.service").toString(),
            units.resolve("vespene-worker-general@1.service").toString(),
            units.resolve("vespene-worker-linux@2.service").toString());
    verify.environment().put("SYSTEMD_UNIT_PATH", units + ":");
    Process process = verify.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.contains("vespene"))).isEmpty();
  }

  @Test
  void aWorkerUnitStillPermitsSudo() {
    String worker = generate("--systemd", "--without-server", "--workers", "general=1").out();

    assertThat(worker.lines().filter(line -> !line.startsWith("#")))
        .noneMatch(line -> line.matches("(NoNewPrivileges|SystemCall|Restrict|PrivateDevices).*"))
        .noneMatch(line -> line.matches("(ProtectKernel|ProtectClock|LockPersonality|Memory).*"))
        .contains("ProtectSystem=full", "KillMode=mixed");
  }

  @Test
  void supervisordRunsWhatTheFileSays() throws Exception {
    Path conf = Files.createDirectories(directory.resolve("conf.d"));
    Path logs = Files.createDirectories(directory.resolve("logs"));
    Result result =
        generate(
            "--supervisord",
            "--workers",
            "general=2 linux=1",
            "--user",
            System.getProperty("user.name"),
            "--log-directory",
            logs.toString(),
            "--directory",
            conf.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    Path main = directory.resolve("supervisord.conf");
    Files.writeString(
        main,
        """
        [supervisord]
        nodaemon=true
        logfile=/dev/null
        logfile_maxbytes=0
        pidfile=%s/supervisord.pid
        [include]
        files=%s/*.conf
        """
            .formatted(directory, conf));
    Process supervisord =
        new ProcessBuilder("supervisord", "-c", main.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("supervisord.out").toFile())
            .start();
    try {
      List<String> called = awaitLines("called", 4);
      assertThat(called.stream().filter(line -> line.startsWith("server --config "))).hasSize(1);
      assertThat(called.stream().filter(line -> line.startsWith("worker general ")))
          .hasSize(2)
          .anyMatch(line -> line.endsWith("-general-1"))
          .anyMatch(line -> line.endsWith("-general-2"))
          .allMatch(line -> line.contains("--token-file /etc/vespene/tokens/general "));
      assertThat(called.stream().filter(line -> line.startsWith("worker linux "))).hasSize(1);
    } finally {
      supervisord.destroy();
      assertThat(supervisord.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(awaitLines("drained", 4)).hasSize(4);
    assertThat(names(logs)).contains("vespene-server.log", "vespene-worker-general-2.log");
  }

  @Test
  void nothingIsReplacedUnasked() throws Exception {
    Files.writeString(directory.resolve("vespene.conf"), "mine");
    Result refused = generate("--supervisord", "--directory", directory.toString());

    assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("vespene.conf is there already", "--force");
    assertThat(Files.readString(directory.resolve("vespene.conf"))).isEqualTo("mine");
    assertThat(generate("--supervisord", "--directory", directory.toString(), "--force").exitCode())
        .isZero();
  }

  @Test
  void aRefusalSaysWhatIsAllowed() {
    assertRefused("Say which of the two", "--workers", "general=1");
    assertRefused("Say which of the two", "--systemd", "--supervisord");
    assertRefused("'general' is not a pool and a number", "--systemd", "--workers", "general");
    assertRefused("'general=0' is not", "--systemd", "--workers", "general=0");
    assertRefused("named twice", "--systemd", "--workers", "a=1 a=2");
    assertRefused("'../x=1' is not", "--systemd", "--workers", "../x=1");
    assertRefused("nothing is left to run", "--systemd", "--without-server");
    assertRefused("--user: must be", "--systemd", "--user", "a b");
  }

  private static void assertRefused(String message, String... options) {
    Result result = generate(options);
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains(message);
  }

  private static Result generate(String... options) {
    return new RunProgram()
        .run(
            Stream.concat(Stream.of("generate-service"), Stream.of(options))
                .toArray(String[]::new));
  }

  private List<String> awaitLines(String file, int count) throws Exception {
    Path path = directory.resolve(file);
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!Files.exists(path) || Files.readAllLines(path).size() < count) {
      assertThat(System.nanoTime())
          .as(Files.readString(directory.resolve("supervisord.out")))
          .isLessThan(deadline);
      Thread.sleep(20);
    }
    return Files.readAllLines(path);
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
