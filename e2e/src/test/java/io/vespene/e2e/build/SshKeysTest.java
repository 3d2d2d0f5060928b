package io.vespene.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.git.GitRepository;
import io.vespene.e2e.git.GitSshServer;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.BuildProcesses;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * "The worker will then add any ssh keys associated with the project before running the build", of
 * the page on workers: for the checkout and for the script, and for nobody else.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SshKeysTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String UNLOCK_PASSWORD = "open sesame";

  private final Installation installation = Installation.up();
  private final GitSshServer ssh = GitSshServer.start();
  private final Api api = installation.api();
  private String url = "";

  @BeforeAll
  void makeKeysAndProjects() throws IOException {
    GitRepository repository = GitRepository.create(installation.folder().path(), "private");
    repository.commit("Say hello", Map.of("hello.txt", "hello from the repository\n"));
    url = ssh.url(repository.bare()).toString();
    Path locked = ssh.lockedClientKey(UNLOCK_PASSWORD);
    installation
        .client(
            "ssh-key",
            "create",
            "deploy",
            "--private-key",
            locked.toString(),
            "--unlock-password-file",
            "-")
        .reading(UNLOCK_PASSWORD + "\n")
        .output();
    api.createPool("plain", Map.of("isolation", "none"));
    api.createPool("sudo", Map.of("isolation", "sudo", "sudo_user", "vespene_build"));
    for (String pool : List.of("plain", "sudo")) {
      installation.startWorker(pool, pool);
    }
  }

  @AfterAll
  void close() {
    ssh.close();
    installation.close();
  }

  @Test
  void checkoutAndScriptUseAKeyWithAnUnlockPassword() {
    for (String pool : List.of("plain", "sudo")) {
      project("keyed-" + pool, pool, Map.of("ssh_keys", List.of("deploy")));
      BuildView build = run("keyed-" + pool);
      assertThat(build.reason()).as(build.toString()).isEqualTo("exit code 0");
      assertThat(api.log(build.id()))
          .contains("Loaded: deploy\n")
          .contains("hello from the repository\n")
          .contains("logged in\n");
    }
  }

  @Test
  void theNextProjectInheritsNoKeys() {
    project("first", "plain", Map.of("ssh_keys", List.of("deploy")));
    assertThat(run("first").status()).isEqualTo("SUCCESS");
    project("second", "plain", Map.of());
    assertThat(run("second").reason()).startsWith("checkout failed").contains("Permission denied");

    api.createProject("third", "plain", "#!/bin/sh\necho ${SSH_AUTH_SOCK-none}\n", Map.of());
    BuildView third = run("third");
    assertThat(api.log(third.id())).isEqualTo("none\n");
    assertThat(BuildProcesses.below(installation.folder().path()))
        .as("agents and scripts that were left")
        .isEmpty();
  }

  @Test
  void anotherServersHostKeyEndsTheBuildBeforeTheScript() {
    try (GitSshServer other = GitSshServer.start()) {
      String pinned = ssh.knownHostsLine().split(" ", 2)[0] + " " + keyOf(other);
      project(
          "pinned-wrong",
          "plain",
          Map.of("ssh_keys", List.of("deploy"), "host_keys", List.of(pinned)));
      assertThat(run("pinned-wrong").reason())
          .startsWith(
              "checkout failed: the ssh server's host key is none of those that the project pins");
    }
    project(
        "pinned-right",
        "plain",
        Map.of("ssh_keys", List.of("deploy"), "host_keys", List.of(ssh.knownHostsLine().strip())));
    assertThat(run("pinned-right").status()).isEqualTo("SUCCESS");
  }

  private void project(String name, String pool, Map<String, Object> fields) {
    project(name, pool, fields, "cat hello.txt; " + ssh.login("echo logged in"));
  }

  private void project(String name, String pool, Map<String, Object> fields, String script) {
    var all = new java.util.HashMap<>(fields);
    all.put("repo_url", url);
    api.createProject(name, pool, "#!/bin/sh\nset -e\n" + script + "\n", all);
  }

  private BuildView run(String project) {
    return api.awaitEnd(api.start(project), LIMIT);
  }

  private static String keyOf(GitSshServer server) {
    String[] parts = server.knownHostsLine().strip().split(" ", 3);
    return parts[1] + " " + parts[2].split(" ", 2)[0];
  }
}
