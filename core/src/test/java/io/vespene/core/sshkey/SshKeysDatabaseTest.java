package io.vespene.core.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.pool.WorkerPool;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.testing.KeyMaker;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestProjects;
import io.vespene.protocol.worker.KeyMaterial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshKeysDatabaseTest {
  @TempDir private Path directory;
  private TestEngine engine;
  private SshKeys keys;
  private String open;
  private String locked;

  @BeforeEach
  void open() throws Exception {
    engine = TestEngine.open();
    keys = engine.core().sshKeys();
    var maker = new KeyMaker(directory);
    open = maker.sshKeygen("", "-t", "ed25519");
    locked = maker.sshKeygen(KeyMaker.PASSWORD, "-t", "ed25519");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aKeyIsShownByItsPublicHalfOnly() {
    SshKey key = keys.create(draft("deploy", open, ""), People.ALICE);

    assertThat(keys.find("deploy")).contains(key);
    assertThat(keys.list()).containsExactly(key);
    assertThat(key.locked()).isFalse();
    assertThat(key.publicKey().line()).startsWith("ssh-ed25519 AAAA");
    assertThat(key.createdBy()).isEqualTo("alice");
  }

  @Test
  void secretsStandInNoColumnReadably() {
    long id = keys.create(draft("deploy", locked, KeyMaker.PASSWORD), People.ALICE).id();

    String row = engine.read(String.class, "SELECT row_to_json(k)::text FROM ssh_keys k");
    String bytes =
        engine.read(
            String.class,
            "SELECT encode(private_key, 'escape') || encode(unlock_password, 'escape')"
                + " FROM ssh_keys");

    assertThat(row + bytes).doesNotContain("PRIVATE KEY").doesNotContain(KeyMaker.PASSWORD);
    assertThat(material(id))
        .isEqualTo(new KeyMaterial("deploy", locked, Optional.of(KeyMaker.PASSWORD)));
  }

  @Test
  void anEditKeepsSecretsThatItLeavesOut() {
    SshKey key = keys.create(draft("deploy", locked, KeyMaker.PASSWORD), People.ALICE);

    SshKey renamed =
        keys.edit(
            key.id(),
            1,
            new SshKeyDraft("deploy2", "new", Optional.empty(), Optional.empty()),
            People.ALICE);

    assertThat(renamed.version()).isEqualTo(2);
    assertThat(renamed.publicKey()).isEqualTo(key.publicKey());
    assertThat(material(key.id()).unlockPassword()).contains(KeyMaker.PASSWORD);
    assertThatThrownBy(() -> keys.edit(key.id(), 1, draft("deploy3", open, ""), People.ALICE))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void anEditMustNotLeaveAKeyLocked() {
    SshKey key = keys.create(draft("deploy", locked, KeyMaker.PASSWORD), People.ALICE);

    assertThatThrownBy(
            () -> keys.edit(key.id(), 1, with("deploy", Optional.empty(), "wrong"), People.ALICE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("unlock_password");
    assertThatThrownBy(
            () -> keys.edit(key.id(), 1, with("deploy", Optional.empty(), ""), People.ALICE))
        .hasMessageStartingWith("unlock_password");
    assertThat(keys.find("deploy").orElseThrow().version()).isEqualTo(1);

    SshKey replaced = keys.edit(key.id(), 1, with("deploy", Optional.of(open), ""), People.ALICE);
    assertThat(replaced.locked()).isFalse();
    assertThat(replaced.publicKey()).isNotEqualTo(key.publicKey());
  }

  @Test
  void namesAreUniqueAndPlain() {
    keys.create(draft("deploy", open, ""), People.ALICE);
    assertThatThrownBy(() -> keys.create(draft("deploy", open, ""), People.ALICE))
        .hasMessage("name is taken");
    long other = keys.create(draft("other", open, ""), People.ALICE).id();
    assertThatThrownBy(
            () -> keys.edit(other, 1, with("deploy", Optional.empty(), ""), People.ALICE))
        .hasMessage("name is taken");
    for (String name : new String[] {"", " a", "a ", "a,b", "a\nb", "a/b", "x".repeat(201), "\0"}) {
      assertThatThrownBy(() -> keys.create(draft(name, open, ""), People.ALICE))
          .as(name)
          .hasMessageStartingWith("name must be");
    }
    assertThatThrownBy(() -> keys.require("none")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> keys.create(with("a", Optional.empty(), ""), People.ALICE))
        .hasMessageStartingWith("private_key must be given");
    assertThatThrownBy(() -> keys.create(draft("a", locked, "a\nb"), People.ALICE))
        .hasMessageStartingWith("unlock_password must not contain control characters");
  }

  @Test
  void aKeyInUseIsNotDeleted() {
    WorkerPool pool = engine.pool("general");
    SshKey key = keys.create(draft("deploy", open, ""), People.ALICE);
    Project project =
        engine
            .core()
            .projects()
            .create(
                TestProjects.with(
                    "site", pool, new ProjectAccess(List.of("deploy"), "", List.of())),
                People.ALICE);

    assertThatThrownBy(() -> keys.delete(key.id(), People.ALICE))
        .isInstanceOf(Conflict.class)
        .hasMessage("SSH key 'deploy' is used by project 'site'");
    engine.core().projects().delete(project.id(), People.ALICE);
    keys.delete(key.id(), People.ALICE);
    assertThat(keys.find(key.id())).isEmpty();
  }

  private KeyMaterial material(long id) {
    return engine
        .core()
        .database()
        .withHandle(handle ->
            new SshKeyStore(handle, engine.database().coreSettings().keyset()).material(id));
  }

  private static SshKeyDraft draft(String name, String key, String unlockPassword) {
    return with(name, Optional.of(key), unlockPassword);
  }

  private static SshKeyDraft with(String name, Optional<String> key, String unlockPassword) {
    return new SshKeyDraft(name, "", key, Optional.of(unlockPassword));
  }
}
