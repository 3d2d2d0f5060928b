package io.vespene.cli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class EmbeddedPostgresTest {
  private static final String PASSWORD = "correct horse";

  @TempDir private Path home;
  private Path passwordFile;

  @BeforeEach
  void writePassword() throws Exception {
    passwordFile =
        Files.createFile(
            home.resolve("password"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile, PASSWORD);
  }

  @Test
  void dataIsFoundAgainAfterAStop() throws Exception {
    try (EmbeddedPostgres first = start()) {
      execute(first, "CREATE TABLE kept (number int)");
    }
    try (EmbeddedPostgres second = start()) {
      execute(second, "INSERT INTO kept VALUES (1)");
    }
  }

  @Test
  void committedDataIsOnDisk() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(show(postgres, "fsync")).isEqualTo("on");
      assertThat(show(postgres, "full_page_writes")).isEqualTo("on");
      assertThat(show(postgres, "synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void onlyThisMachineReachesItAndOnlyWithThePassword() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(show(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(show(postgres, "unix_socket_directories")).isEmpty();
      assertThatThrownBy(() ->
              DriverManager.getConnection(
                      postgres.address().jdbcUrl("vespene"), PostgresAddress.USER, "wrong")
                  .close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aProcessLeftByACrashIsEndedAndItsDataUsed() throws Exception {
    start().close();
    ProcessHandle left = launchAlone();

    try (EmbeddedPostgres second = start()) {
      left.onExit().get(30, TimeUnit.SECONDS);
      execute(second, "CREATE TABLE kept (number int)");
    }
  }

  @Test
  void itIsStartedAgainAtTheSamePortWhenItDies() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      execute(postgres, "CREATE TABLE kept (number int)");
      ProcessHandle first = process();

      first.destroyForcibly();
      first.onExit().get(30, TimeUnit.SECONDS);

      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!answers(postgres) && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      execute(postgres, "INSERT INTO kept VALUES (1)");
    }
  }

  @Test
  void anotherProcessWithTheNumberOfADeadOneIsLeftAlone() throws Exception {
    start().close();
    long innocent = ProcessHandle.current().pid();
    Files.writeString(home.resolve("data/postmaster.pid"), innocent + "\n");

    try (EmbeddedPostgres second = start()) {
      assertThat(show(second, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void anUnfinishedFirstStartIsRepeated() throws Exception {
    Files.createDirectories(home.resolve("data-unfinished/base"));
    Files.createDirectories(home.resolve("programs-unfinished/bin"));

    try (EmbeddedPostgres postgres = start()) {
      assertThat(show(postgres, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void whatAKilledFirstStartStillWritesGetsNotInTheWay() throws Exception {
    String growing =
        "n=0; while [ -e password ]; do mkdir -p data-unfinished7/base;"
            + " echo > data-unfinished7/base/$n; n=$((n+1)); done";
    Process left =
        new ProcessBuilder("sh", "-c", growing)
            .directory(home.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (EmbeddedPostgres postgres = start()) {
      assertThat(show(postgres, "fsync")).isEqualTo("on");
    } finally {
      left.destroyForcibly().waitFor();
    }
  }

  /** A database process that nobody in this program knows of. */
  private ProcessHandle launchAlone() throws Exception {
    Path real = home.toRealPath();
    new PostgresCommand(PostgresPrograms.unpack(real), real.resolve("alone.log"))
        .run(
            "start",
            "pg_ctl",
            "--pgdata=" + real.resolve("data"),
            "--log=" + real.resolve("log"),
            "--wait",
            "start");
    return process();
  }

  private ProcessHandle process() throws Exception {
    Path real = home.toRealPath();
    return PostmasterFile.in(real.resolve("data")).findProcess(real).orElseThrow();
  }

  private static boolean answers(EmbeddedPostgres postgres) {
    try {
      return show(postgres, "fsync").equals("on");
    } catch (SQLException e) {
      return false;
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(home, PASSWORD, passwordFile);
  }

  private static String show(EmbeddedPostgres postgres, String setting) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("SHOW " + setting)) {
      assertThat(shown.next()).isTrue();
      return shown.getString(1);
    }
  }

  private static void execute(EmbeddedPostgres postgres, String statement) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.address().jdbcUrl("vespene"), PostgresAddress.USER, PASSWORD);
  }
}
