package io.vespene.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.container.Docker;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.installation.WorkerProcess;
import io.vespene.e2e.rest.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attacks of a script on the service that runs it, on one machine and under sudo isolation. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildAgainstServiceTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Docker docker = Docker.start();
  private final Installation installation = Installation.up();
  private final Api api = installation.api();
  private WorkerProcess worker;

  @BeforeAll
  void startWorker() throws IOException {
    api.createPool("sudo", Map.of("isolation", "sudo", "sudo_user", "vespene_build"));
    worker = installation.startWorker("sudo", "sudo");
    api.createProject(
        "victim", "sudo", "#!/bin/sh\necho mine > secret\nchmod -R 777 .\necho done\n", Map.of());
    api.awaitEnd(api.start("victim"), LIMIT);
    assertThat(home().resolve("builds")).isDirectoryContaining(path -> isVictim(path));
  }

  @AfterAll
  void close() {
    installation.close();
    docker.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | the password of the administrator | cat $DATA/admin-password",
        "2 | the token of the administrator | cat $DATA/admin-token",
        "3 | the keys that encrypt secrets | cat $DATA/keyset.json",
        "4 | the data directory | ls $DATA",
        "5 | the database's files | ls $DATA/postgresql",
        "6 | the worker's environment | cat /proc/$WORKER/environ",
        "7 | the worker's memory | dd if=/proc/$WORKER/mem bs=1 count=1",
        "8 | the worker's open files | ls /proc/$WORKER/fd/",
        "9 | the worker's directory by way of its process | ls /proc/$WORKER/cwd/",
        "10 | the server's environment | cat /proc/$SERVER/environ",
        "11 | ending the worker | kill -KILL $WORKER",
        "12 | stopping the server | kill -STOP $SERVER",
        "13 | the worker's state | ls $HOME_OF_WORKER/state",
        "14 | the worker's credential | cat $HOME_OF_WORKER/state/workers/name-sudo/credential.json",
        "15 | the list of other builds | ls $VESPENE_BUILD_ROOT",
        "16 | another build's results | cat $VESPENE_BUILD_ROOT/$VICTIM/secret",
        "17 | writing among other builds | echo x > $VESPENE_BUILD_ROOT/$VICTIM/more",
        "18 | a directory of its own in the build root | mkdir $VESPENE_BUILD_ROOT/99999",
        "19 | moving its own directory away | mv $VESPENE_BUILD_ROOT/$VESPENE_BUILD_ID /tmp/taken",
        "20 | the docker socket | docker --host $DOCKER ps",
        "21 | the database's port | psql -w -h 127.0.0.1 -p $PORT -U postgres -c 'select 1'",
        "22 | the database's port as the service | psql -w -h 127.0.0.1 -p $PORT -U vespene -c 'select 1'",
        "23 | the database's socket | psql -w -h $DATA/postgresql -p $PORT -U postgres -c 'select 1'",
        "24 | becoming root | sudo -n id",
        "25 | becoming the worker's user | sudo -n -u vespene id",
        "26 | the machine's passwords | cat /etc/shadow",
        "27 | joining with the pool's token | cat $FOLDER/token-sudo",
        "28 | the worker's own log | cat $HOME_OF_WORKER/state/workers/name-sudo/runs/*/run.json",
      })
  void isDenied(String number, String what, String attack) throws IOException {
    String script =
        """
        #!/bin/sh
        DATA=%s WORKER=%d SERVER=%d HOME_OF_WORKER=%s VICTIM=%s DOCKER=%s PORT=%s FOLDER=%s
        if { %s; } > taken 2> refused; then echo OPEN; cat taken; else echo DENIED; cat refused; fi
        """
            .formatted(
                installation.dataFolder(),
                worker.process().pid(),
                installation.process().pid(),
                home(),
                victim(),
                docker.host(),
                databasePort(),
                installation.folder().path(),
                attack);
    String project = "attack-" + number;
    api.createProject(project, "sudo", script, Map.of());
    long build = api.start(project);
    assertThat(api.awaitEnd(build, LIMIT).status()).isEqualTo("SUCCESS");
    assertThat(api.log(build)).as(what).startsWith("DENIED\n").doesNotContain("not found");
    assertThat(worker.process().alive()).isTrue();
    assertThat(installation.process().alive()).isTrue();
  }

  private Path home() {
    return installation.folder().resolve("worker-sudo");
  }

  private String victim() {
    return Long.toString(api.builds("victim").getFirst().id());
  }

  private boolean isVictim(Path path) {
    return path.getFileName().toString().equals(victim());
  }

  /** The fourth line of the file that PostgreSQL keeps while it runs. */
  private String databasePort() throws IOException {
    try (var files = Files.walk(installation.dataFolder().resolve("postgresql"))) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().equals("postmaster.pid"))
              .findFirst()
              .orElseThrow();
      return Files.readAllLines(file).get(3).strip();
    }
  }
}
