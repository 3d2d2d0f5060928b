package io.vespene.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.Checkout;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.git.GitHttpServer;
import io.vespene.e2e.git.GitRepository;
import io.vespene.e2e.git.GitSshServer;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vespene builds Vespene. */
@EndToEnd
class OwnRepositoryTest {
  private static final Duration LIMIT = Duration.ofMinutes(8);

  private static final String HOME = System.getProperty("user.home");

  /** What the outer build has downloaded is used again: nothing needs the internet. */
  private static final String COMPILE =
      """
      #!/bin/sh
      set -eu
      JAVA_HOME=$(packaging/bin/find-java --compiler)
      MAVEN_USER_HOME="%s"
      export JAVA_HOME MAVEN_USER_HOME
      ./mvnw -o -B -ntp -q -DskipTests -Dmaven.repo.local="%s" package
      echo "packaged in $PWD"
      ls cli/target/vespene/bin
      """
          .formatted(
              HOME + "/.m2", System.getProperty("maven.repo.local", HOME + "/.m2/repository"));

  private static final String LOOK =
      """
      #!/bin/sh
      cat ARCHITECTURE.md
      """;

  @Test
  void itsOwnSourcesAreClonedOverHttpAndCompiled() {
    try (var installation = Installation.up()) {
      GitRepository repository = mirror(installation);
      try (var server = GitHttpServer.start(installation.folder().path())) {
        BuildView build = build(installation, server.url("vespene.git"), COMPILE);

        assertThat(build.status()).as(build.reason()).isEqualTo("SUCCESS");
        assertThat(build.revision()).isEqualTo(repository.revision("main"));
        assertThat(build.author()).contains(repository.author("main"));
        assertThat(installation.api().log(build.id()))
            .contains("packaged in ", "/" + build.id())
            .contains("find-java", "vespene");
      }
    }
  }

  @Test
  void itsOwnSourcesAreClonedOverSsh() {
    try (var server = GitSshServer.start();
        var installation = Installation.up(server::trusting)) {
      GitRepository repository = mirror(installation);
      // The keys of the worker's own user are nobody's to use.
      BuildView refused = build(installation, server.url(repository.bare()), LOOK);
      assertThat(refused.reason()).contains("Permission denied");
      installation
          .client("ssh-key", "create", "deploy", "--private-key", server.clientKey().toString())
          .output();
      Api api = installation.api();
      api.rest()
          .patch("/api/v1/projects/vespene", Map.of("ssh_keys", List.of("deploy")))
          .require(200);

      BuildView build = api.awaitEnd(api.start("vespene"), LIMIT);

      assertThat(build.status()).as(build.reason()).isEqualTo("SUCCESS");
      assertThat(build.revision()).isEqualTo(repository.revision("main"));
      assertThat(installation.api().log(build.id())).contains("# Architecture");
    }
  }

  private static GitRepository mirror(Installation installation) {
    return GitRepository.mirror(Checkout.folder(), installation.folder().path(), "vespene");
  }

  private static BuildView build(Installation installation, URI repository, String script) {
    Api api = installation.api();
    api.createProject(
        "vespene",
        "general",
        script,
        Map.of("scm_type", "git", "repo_url", repository.toString(), "repo_branch", "main"));
    return api.awaitEnd(api.start("vespene"), LIMIT);
  }
}
