package io.vespene.e2e.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The servers that end-to-end tests clone from work with git's own client. */
class GitServersTest {
  private final Folder folder = Folder.create("git");
  private final GitRepository repository = GitRepository.create(folder.path(), "hello");

  @AfterEach
  void deleteTheRepositories() {
    folder.close();
  }

  @Test
  void aRepositoryIsClonedOverHttp() {
    String revision = repository.commit("Say hello", Map.of("bin/hello.sh", "#!/bin/sh\n"));

    try (var server = GitHttpServer.start(folder.path())) {
      Command.of("git", "clone", "-q", "--depth=1", server.url("hello.git").toString(), "clone")
          .in(folder.path())
          .output();
    }

    assertThat(revisionOfClone()).isEqualTo(revision);
    assertThat(folder.resolve("clone/bin/hello.sh")).isExecutable();
  }

  @Test
  void aRepositoryIsClonedOverSsh() {
    String revision = repository.commit("Say hello", Map.of("hello", "hello\n"));

    try (var server = GitSshServer.start()) {
      Command clone =
          Command.of("git", "clone", "-q", server.url(repository.bare()).toString(), "clone")
              .in(folder.path())
              .with(
                  "GIT_SSH_COMMAND",
                  "ssh -F /dev/null -o BatchMode=yes -o StrictHostKeyChecking=accept-new");
      server.trusting(clone).output();
    }

    assertThat(revisionOfClone()).isEqualTo(revision);
    assertThat(repository.author("main")).isEqualTo("Ada Lovelace");
  }

  private String revisionOfClone() {
    return Command.of("git", "rev-parse", "HEAD").in(folder.resolve("clone")).output().strip();
  }
}
