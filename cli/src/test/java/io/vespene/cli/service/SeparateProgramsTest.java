package io.vespene.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.cli.ChildProgram;
import io.vespene.cli.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An installation made by hand, as the guide describes it for several machines. */
@Timeout(300)
class SeparateProgramsTest {
  private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");

  @TempDir private Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private EmbeddedPostgres postgres;

  @BeforeEach
  void startDatabase() throws Exception {
    Path home = Files.createDirectories(directory.resolve("postgresql"));
    Path password = home.resolve("password");
    SecretFile.write(password, "secret");
    postgres = EmbeddedPostgres.start(home, "secret", password);
    environment.put("VESPENE_DATABASE_URL", postgres.address().url());
    environment.put("VESPENE_DATABASE_USER", "vespene");
    environment.put("VESPENE_DATABASE_PASSWORD_FILE", password.toString());
    environment.put("VESPENE_KEYSET_FILE", directory.resolve("keyset.json").toString());
    environment.put("VESPENE_WORKER_STATE_DIRECTORY", directory.resolve("worker").toString());
    environment.put("VESPENE_FILESERVING_BIND_ADDRESS", "127.0.0.1");
    environment.put("VESPENE_WORKER_BUILD_ROOT", directory.resolve("builds").toString());
    environment.put("VESPENE_ALLOW_UNISOLATED", "true");
  }

  @AfterEach
  void stopDatabase() {
    postgres.close();
  }

  @Test
  void theGuidesStepsLeadToABuild() throws Exception {
    Path password = Files.writeString(directory.resolve("password"), "correct horse\n");
    Path token = directory.resolve("alice-token");
    Path script = Files.writeString(directory.resolve("hello.sh"), "#!/bin/sh\necho Hello\n");
    assertThat(run("server", "--port", "0"))
        .startsWith("exit code 2\n")
        .contains("'vespene generate-secret'");

    assertThat(run("rotate-secret")).startsWith("exit code 2\n").contains("no keyset");
    assertThat(run("generate-secret")).startsWith("exit code 0\n");
    assertThat(run("generate-secret")).startsWith("exit code 2\n").contains("already");
    assertThat(run("rotate-secret")).startsWith("exit code 0\nAdded a new first key to ");
    assertThat(run("server", "--port", "0"))
        .startsWith("exit code 2\n")
        .contains("run 'vespene migrate'");
    assertThat(run("migrate")).startsWith("exit code 0\n").contains("migrations applied: ");
    assertThat(run("migrate")).startsWith("exit code 0\nThe database was up to date.");
    assertThat(superuser(password, token)).isEqualTo("exit code 0\nMade superuser alice.\n");
    assertThat(superuser(password, token)).startsWith("exit code 2\nvespene: name: ");
    assertThat(run("doctor")).startsWith("exit code 0\n").contains("Nothing is broken.");

    try (ChildProgram server = start("server", "--port", "0")) {
      server.awaitOutput("Vespene server is ready at ");
      environment.put("VESPENE_URL", url(server));
      environment.put("VESPENE_TOKEN", Files.readString(token).strip());
      run("pool", "create", "linux", "--isolation", "none");
      run("project", "create", "hello", "--worker-pool", "linux", "--script", script.toString());
      buildOnWorker();

      server.signal("TERM");
      assertThat(server.awaitExit()).isZero();
    }
  }

  private void buildOnWorker() throws Exception {
    Path poolToken = directory.resolve("linux-token");
    SecretFile.write(poolToken, run("pool", "token", "linux").lines().skip(1).findFirst().get());
    String[] command = {
      "worker",
      "linux",
      "--name",
      "w1",
      "--server",
      environment.get("VESPENE_URL"),
      "--token-file",
      poolToken.toString(),
      "--slots",
      "2"
    };
    try (ChildProgram worker = start(command)) {
      assertThat(run("build", "start", "hello", "--follow"))
          .startsWith("exit code 0\n")
          .contains("Hello\n");
      assertThat(run("workers", "list")).containsPattern("w1 +ONLINE +linux +2 of 2");
      worker.signal("INT");
      assertThat(worker.awaitExit()).isZero();
      assertThat(worker.output()).contains("Finishing what runs");
    }
    Files.setPosixFilePermissions(poolToken, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run(command)).startsWith("exit code 2\n").contains("chmod 600 " + poolToken);
  }

  private String superuser(Path password, Path token) throws Exception {
    return run(
        "create-superuser",
        "alice",
        "--password-file",
        password.toString(),
        "--token-file",
        token.toString());
  }

  private static String url(ChildProgram server) throws Exception {
    Matcher ready = READY.matcher(server.output());
    assertThat(ready.find()).isTrue();
    return ready.group(1);
  }

  private ChildProgram start(String... arguments) throws Exception {
    return ChildProgram.start(directory, environment, arguments);
  }

  private String run(String... arguments) throws Exception {
    return ChildProgram.run(directory, environment, arguments);
  }
}
