package io.vespene.core.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.pool.WorkerPool;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.servicelogin.ServiceLoginDraft;
import io.vespene.core.sshkey.SshKeyDraft;
import io.vespene.core.testing.KeyMaker;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestProjects;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.KeyMaterial;
import io.vespene.protocol.worker.LoginMaterial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secrets of a project go to the worker that is handed its build, and to nobody else. */
class HandoverSecretsDatabaseTest {
  private static final String HOST_KEY =
      "git.example.com ssh-ed25519"
          + " AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

  @TempDir private Path directory;
  private TestEngine engine;
  private WorkerPool pool;
  private TestWorker worker;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pool = engine.pool("general");
    worker = engine.worker("w1", pool);
    engine
        .core()
        .serviceLogins()
        .create(new ServiceLoginDraft("hub", "", "bot", Optional.of("s3cret")), People.ALICE);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void keysComeInOrderWithTheLoginAndTheHostKeys() throws Exception {
    var maker = new KeyMaker(directory);
    String locked = maker.sshKeygen(KeyMaker.PASSWORD, "-t", "ed25519");
    String open = maker.openssl("genrsa", "-traditional", "-out", "FILE", "2048");
    key("a", open, "");
    key("b", locked, KeyMaker.PASSWORD);
    start(project("site", new ProjectAccess(List.of("b", "a"), "hub", List.of(HOST_KEY))));

    Assignment assignment = worker.poll(1).assignments().getFirst();

    assertThat(assignment.sshKeys())
        .containsExactly(
            new KeyMaterial("b", locked, Optional.of(KeyMaker.PASSWORD)),
            new KeyMaterial("a", open, Optional.empty()));
    assertThat(assignment.source().login()).contains(new LoginMaterial("hub", "bot", "s3cret"));
    assertThat(assignment.source().hostKeys()).containsExactly(HOST_KEY);
    assertThat(assignment.allSecrets()).containsExactly(KeyMaker.PASSWORD, "s3cret");
    assertThat(assignment.toString() + assignment.sshKeys() + assignment.source())
        .doesNotContain("PRIVATE KEY")
        .doesNotContain(KeyMaker.PASSWORD)
        .doesNotContain("s3cret");
  }

  @Test
  void aProjectWithoutThemHandsNoneOver() {
    start(project("site", ProjectAccess.NONE));

    Assignment assignment = worker.poll(1).assignments().getFirst();

    assertThat(assignment.sshKeys()).isEmpty();
    assertThat(assignment.source().login()).isEmpty();
    assertThat(assignment.source().hostKeys()).isEmpty();
  }

  @Test
  void aBuildWhoseSecretsCantBeReadFailsAndTheOthersGoOn() {
    Build broken = start(project("broken", new ProjectAccess(List.of(), "hub", List.of())));
    Build fine = start(project("fine", ProjectAccess.NONE));
    engine.execute("UPDATE service_logins SET password = '\\x0102030405060708090a0b0c0d0e0f10'");

    List<Assignment> assignments = worker.poll(2).assignments();

    assertThat(assignments).extracting(Assignment::build).containsExactly(fine.id());
    Build ended = engine.build(broken.id());
    assertThat(ended.status()).isEqualTo(BuildStatus.FAILURE);
    assertThat(ended.reason().orElseThrow())
        .startsWith("the project's secrets can't be read on the server: ");
  }

  private void key(String name, String privateKey, String unlockPassword) {
    engine
        .core()
        .sshKeys()
        .create(
            new SshKeyDraft(name, "", Optional.of(privateKey), Optional.of(unlockPassword)),
            People.ALICE);
  }

  private Project project(String name, ProjectAccess access) {
    return engine.core().projects().create(TestProjects.with(name, pool, access), People.ALICE);
  }

  private Build start(Project project) {
    return engine.core().builds().start(project, StartRequest.by(People.ALICE));
  }
}
