package io.vespene.e2e.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.git.GitHttpServer;
import io.vespene.e2e.git.GitRepository;
import io.vespene.e2e.git.GitSshServer;
import io.vespene.e2e.installation.ServerInstallation;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import io.vespene.e2e.rest.WebSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A run that uses every kind of secret, with checkouts over http and ssh, triggers, and scripts
 * that print what they know: of the secrets nothing is to be found, during it and after it.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretCanaryTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MOST_PAGES = 200;

  /** Ways to print a secret, in pieces, encoded, and by what shows a whole environment. */
  private static final String TALKATIVE =
      """
      #!/bin/sh
      set -e
      cat hello.txt .git/config
      secret='{{ canary }}'
      printf '%s' "$secret" | head -c 9
      sleep 0.2
      printf '%s\n' "$secret" | tail -c +10
      echo "$secret" "$secret"
      printf '%s' "$secret" | base64
      printf '%s' "$secret" | python3 -c 'import sys,urllib.parse as u; print(u.quote(sys.stdin.read()))'
      env; set; cat vespene.json vespene_launch.sh; ps axeww > all-processes
      echo "vespene/set answer '$secret'"
      """;

  private final String id = UUID.randomUUID().toString();
  private final String password = "login+" + id;
  private final String unlockPassword = "unlock=" + id;
  private final String variable = "variable/&" + id;
  private final ServerInstallation installation = ServerInstallation.start();
  private final Path files = installation.folder().path();
  private final Path fired = installation.folder().resolve("fired");
  private final GitRepository repository = GitRepository.create(files, "private");
  private final GitHttpServer http = GitHttpServer.start(files, "bot", password);
  private final GitSshServer ssh = GitSshServer.start();
  private final Api api = installation.api();
  private Canaries canaries = new Canaries(List.of());
  private Path startMark = Path.of("");

  @BeforeAll
  void makeEverything() throws IOException {
    repository.commit("Say hello", Map.of("hello.txt", "hello from the repository\n"));
    Path key = ssh.lockedClientKey(unlockPassword);
    canaries =
        Canaries.of(List.of(password, unlockPassword, variable, Files.readAllLines(key).get(2)));
    startMark = Files.createTempFile("canary-", ".mark");
    installation
        .client(
            "ssh-key",
            "create",
            "deploy",
            "--private-key",
            key.toString(),
            "--unlock-password-file",
            "-")
        .reading(unlockPassword + "\n")
        .output();
    installation
        .client("service-login", "create", "hub", "--username", "bot", "--password-file", "-")
        .reading(password + "\n")
        .output();
    api.rest()
        .post(
            "/api/v1/variable-sets",
            Map.of("name", "keys", "secret", true, "variables", Map.of("canary", variable)))
        .require(201);
    api.createPool("sudo", Map.of("isolation", "sudo", "sudo_user", "vespene_build"));
    api.createProject(
        "over-http",
        "sudo",
        TALKATIVE,
        Map.of(
            "repo_url", http.url("private.git").toString(),
            "service_login", "hub",
            "variable_sets", List.of("keys")));
    api.createProject(
        "over-ssh",
        "sudo",
        TALKATIVE + ssh.login("echo logged in") + "\nexit 3\n",
        Map.of(
            "repo_url", ssh.url(repository.bare()).toString(),
            "ssh_keys", List.of("deploy"),
            "service_login", "hub",
            "variable_sets", List.of("keys")));
    Path settings = installation.folder().file("worker.yaml", "triggers:\n" + triggers());
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
    installation.startWorker("w1", "sudo", "--config", settings.toString());
  }

  /** Each writes down all that it is told. */
  private String triggers() {
    String command =
        "env >> %s; cat >> %s; echo {{ build.reason }} {{ project.repo_url }}"
            .formatted(fired, fired);
    return List.of("pre", "success", "failure").stream()
        .map(hook ->
            "  %s:\n    tell:\n      plugin: command\n      options:\n        command: '%s'\n"
                .formatted(hook, command))
        .reduce("", String::concat);
  }

  @AfterAll
  void close() throws IOException {
    Files.deleteIfExists(startMark);
    http.close();
    ssh.close();
    installation.close();
  }

  @Test
  void secretsAreNowhereDuringARunAndAfterIt() throws Exception {
    var watch = ProcessWatch.start(canaries);
    BuildView good;
    BuildView bad;
    try (watch) {
      good = api.awaitEnd(api.start("over-http"), LIMIT);
      bad = api.awaitEnd(api.start("over-ssh"), LIMIT);
    }
    // The run did what it should: only then what was not found means anything.
    assertThat(good.reason()).as(api.log(good.id())).isEqualTo("exit code 0");
    assertThat(bad.reason()).as(api.log(bad.id())).isEqualTo("exit code 3");
    assertThat(api.log(good.id()))
        .contains("hello from the repository", "••••••\n", "canary", "tell is done");
    assertThat(api.log(bad.id())).contains("Loaded: deploy", "logged in");
    assertThat(Files.readString(fired)).contains("\"SUCCESS\"", "\"FAILURE\"");

    assertThat(watch.looks()).isGreaterThan(10);
    assertThat(watch.found()).as("arguments and environments of processes").isEmpty();
    for (BuildView build : List.of(good, bad)) {
      assertThat(canaries.in(api.log(build.id()))).as("log of " + build).isEmpty();
    }
    assertThat(canaries.in(installation.database().program("pg_dump", "vespene").output()))
        .as("dump of the database")
        .isEmpty();
    assertThat(canaries.in(everyAnswer())).as("answers of the API").isEmpty();
    assertThat(canaries.in(everyPrintout())).as("what the client prints").isEmpty();
    WebSession.login(installation.url(), "admin", ServerInstallation.PASSWORD)
        .crawl("/", MOST_PAGES)
        .forEach((path, page) -> assertThat(canaries.in(page)).as("page " + path).isEmpty());
    assertThat(filesHoldingThem())
        .as("logs, spools, build roots, git's settings, temporary files")
        .isEmpty();
  }

  private String everyAnswer() {
    var answers = new StringBuilder();
    for (String path :
        List.of(
            "ssh-keys",
            "ssh-keys/deploy",
            "service-logins",
            "service-logins/hub",
            "variable-sets",
            "variable-sets/keys",
            "worker-pools",
            "worker-pools/sudo",
            "projects",
            "projects/over-http",
            "projects/over-http/preview",
            "projects/over-ssh",
            "projects/over-ssh/preview",
            "builds",
            "builds/1",
            "builds/1/log",
            "builds/1/files",
            "builds/1/files/content?path=.git/config",
            "builds/1/files/content?path=all-processes",
            "builds/2",
            "builds/2/log",
            "workers",
            "workers/w1")) {
      answers.append(api.rest().get("/api/v1/" + path).require(200).body()).append('\n');
    }
    for (String hidden : List.of("vespene.json", "vespene_launch.sh")) {
      api.rest().get("/api/v1/builds/1/files/content?path=" + hidden).require(404);
    }
    return answers.toString();
  }

  private String everyPrintout() {
    return List.of(
            List.of("project", "show", "over-http", "--json"),
            List.of("variable-set", "show", "keys", "--json"),
            List.of("ssh-key", "show", "deploy", "--json"),
            List.of("service-login", "show", "hub", "--json"),
            List.of("build", "show", "1", "--json"))
        .stream()
        .map(arguments -> installation.client(arguments.toArray(String[]::new)).output())
        .reduce("", String::concat);
  }

  /**
   * Everything below the installation, and what was written to the temporary directory meanwhile.
   */
  private List<String> filesHoldingThem() throws IOException {
    Path patterns = Files.createTempFile("canary-", ".patterns");
    try {
      Files.write(patterns, canaries.forms());
      String search =
          "{ find \"$1\" -type f; find /tmp -maxdepth 3 -type f -newer \"$2\" -size -20M"
              + " -not -path '/tmp/vespene-e2e-sshd-*' -not -path '/tmp/bash_jobs*' ; }"
              + " | grep -vxF \"$3\" | tr '\\n' '\\0' | xargs -0 grep -laFf \"$3\" -- 2> /dev/null";
      return Command.of(
              "sh", "-c", search, "sh", files.toString(), startMark.toString(), patterns.toString())
          .run()
          .output()
          .lines()
          .toList();
    } finally {
      Files.delete(patterns);
    }
  }
}
