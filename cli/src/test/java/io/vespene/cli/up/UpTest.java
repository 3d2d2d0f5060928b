package io.vespene.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.cli.ChildProgram;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class UpTest {
  @TempDir private Path directory;

  @Test
  void everythingIsThereOnTheFirstStartAndAgainOnTheSecond() throws Exception {
    try (ChildProgram up = up()) {
      up.awaitOutput("Vespene is ready at http://127.0.0.1:");

      assertThat(client("build", "start", "tutorial-hello", "--follow"))
          .startsWith("exit code 0")
          .contains("is SUCCESS after");
      assertThat(up()).satisfies(UpTest::isRefused);

      up.signal("INT");
      assertThat(up.awaitExit()).isZero();
      assertThat(up.output()).contains("Stopped.");
    }
    assertThat(client("project", "list")).startsWith("exit code 5");

    try (ChildProgram again = up()) {
      again.awaitOutput("Vespene is ready at http://127.0.0.1:");
      assertThat(again.output()).doesNotContain("first time");
      assertThat(client("build", "list")).containsPattern("1 +tutorial-hello +SUCCESS");
    }
  }

  @Test
  void secretsAreTheirOwnersAlone() throws Exception {
    try (ChildProgram up = up()) {
      up.awaitOutput("Vespene is ready at http://127.0.0.1:");
      for (String file :
          List.of(
              "admin-password",
              "admin-token",
              "keyset.json",
              "worker-token",
              "postgresql/password")) {
        assertThat(permissions(data().resolve(file))).as(file).isEqualTo("rw-------");
      }
      assertThat(permissions(data())).isEqualTo("rwx------");
    }
  }

  @Test
  void aKilledUpIsStartedAgain() throws Exception {
    try (ChildProgram up = up()) {
      up.awaitOutput("Vespene is ready at http://127.0.0.1:");
      up.kill();
    }
    try (ChildProgram again = up()) {
      again.awaitOutput("Vespene is ready at http://127.0.0.1:");
      assertThat(client("workers", "list")).containsPattern("local +ONLINE");
    }
  }

  @Test
  void aFirstStartThatWasCutShortIsFinishedByTheNext() throws Exception {
    try (ChildProgram up = up()) {
      up.awaitOutput("first time");
      up.kill();
    }
    try (ChildProgram again = up()) {
      again.awaitOutput("Vespene is ready at http://127.0.0.1:");
      assertThat(client("project", "list"))
          .startsWith("exit code 0")
          .contains("tutorial-hello", "tutorial-git");
    }
  }

  @Test
  void aUsedPortIsRefusedBeforeAnythingIsStarted() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());

      String result =
          ChildProgram.run(directory, "up", "--port", port, "--data-dir", data().toString());

      assertThat(result).startsWith("exit code 1\nvespene: Port " + port + " can't be used");
      assertThat(result).doesNotContain("\tat ");
      try (Stream<Path> made = Files.list(data())) {
        assertThat(made.map(path -> path.getFileName().toString())).containsExactly("lock");
      }
    }
  }

  private ChildProgram up() throws Exception {
    return ChildProgram.start(directory, "up", "--port", "0", "--data-dir", data().toString());
  }

  private static void isRefused(ChildProgram second) throws Exception {
    assertThat(second.awaitExit()).isEqualTo(1);
    assertThat(second.output())
        .startsWith("vespene: Another 'vespene up' uses ")
        .contains("--data-dir");
  }

  private String client(String... arguments) throws Exception {
    List<String> all =
        Stream.concat(Stream.of(arguments), Stream.of("--data-dir", data().toString())).toList();
    return ChildProgram.run(directory, all.toArray(String[]::new));
  }

  private Path data() {
    return directory.resolve("data");
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
