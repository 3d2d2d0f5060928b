package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugin.SourceRevision;
import io.vespene.plugins.scm.GitScm;
import io.vespene.plugins.scm.GitSettings;
import io.vespene.plugins.scm.SourceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** git over a real ssh server. */
class GitSshTest {
  @TempDir Path directory;
  private TestRepository repository;
  private SshServer server;
  private GitScm git;

  @BeforeEach
  void start() throws Exception {
    repository = new TestRepository(directory.resolve("repository"));
    server = new SshServer(directory.resolve("ssh"));
    // The name has a space, as directories of people have.
    git =
        new GitScm(
            new GitSettings(
                new SourceSettings(false, directory.resolve("known hosts"), Duration.ofMillis(10)),
                Optional.empty()));
  }

  @AfterEach
  void end() throws Exception {
    server.stop();
  }

  @Test
  void aRepositoryBehindSshIsCheckedOut() throws Exception {
    SourceRevision found = checkOut("work1", withAgent());
    assertThat(found.message()).isEqualTo("Say hello");
    assertThat(directory.resolve("known hosts")).isNotEmptyFile();
  }

  @Test
  void aChangedHostKeyEndsTheCheckoutBeforeAnyKeyIsOffered() throws Exception {
    checkOut("work1", withAgent());
    server.changeHostKey();
    assertThatThrownBy(() -> checkOut("work2", withAgent()))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("host key has changed")
        .hasMessageContaining(directory.resolve("known hosts").toString());
    assertThat(server.log()).doesNotContain("userauth-request");
  }

  @Test
  void aPinnedHostKeyIsTrustedAndLeavesNoTrace() throws Exception {
    SourceRevision found = checkOut("work1", withAgentAnd(server.hostKeyLine()));
    assertThat(found.message()).isEqualTo("Say hello");
    assertThat(directory.resolve("known hosts")).doesNotExist();
  }

  @Test
  void aServerWithAnotherKeyThanThePinnedOneIsOfferedNothing() throws Exception {
    String pinned = server.hostKeyLine();
    // Even where the worker has come to trust the new key.
    server.changeHostKey();
    checkOut("work1", withAgent());
    server.forgetLog();
    assertThatThrownBy(() -> checkOut("work2", withAgentAnd(pinned)))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("host_keys");
    assertThat(server.log()).doesNotContain("userauth-request");
  }

  @Test
  void aServerThatIsNotAmongThePinnedOnesIsOfferedNothing() throws Exception {
    checkOut("work1", withAgent());
    server.forgetLog();
    String other = server.hostKeyLine().replace("127.0.0.1", "127.0.0.2");
    assertThatThrownBy(() -> checkOut("work2", withAgentAnd(other)))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("host_keys");
    assertThat(server.log()).doesNotContain("userauth-request");
  }

  @Test
  void aLineBreakInAPinnedKeyIsRefused() {
    assertThatThrownBy(() -> checkOut("work1", withAgentAnd("* ssh-ed25519 AAAA\nHost *")))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("known_hosts");
  }

  @Test
  void submodulesBehindSshComeWithTheSameKeys() throws Exception {
    var inner = new TestRepository(directory.resolve("inner"));
    repository.git("submodule", "--quiet", "add", inner.url(), "inner");
    repository.git("config", "--file", ".gitmodules", "submodule.inner.url", "../inner");
    repository.git("commit", "--quiet", "--all", "-m", "Add inner");
    checkOut("work1", withAgent());
    assertThat(directory.resolve("work1/inner/hello.txt")).hasContent("hello");
  }

  @Test
  void withoutAKeyNobodyIsAskedForAPassword() {
    assertThatThrownBy(() -> checkOut("work1", SourceAccess.NONE))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("Permission denied");
  }

  private SourceRevision checkOut(String name, SourceAccess access) throws Exception {
    return git.checkOut(
        new Checkout(
            server.url(repository.directory()),
            "",
            Optional.empty(),
            true,
            access,
            Files.createDirectories(directory.resolve(name)),
            Files.createDirectories(directory.resolve(name + "-private")),
            Duration.ofMinutes(1)),
        new TestCommands().commands());
  }

  private SourceAccess withAgent() {
    return new SourceAccess(Optional.of(server.agentSocket()), Optional.empty(), List.of());
  }

  private SourceAccess withAgentAnd(String hostKey) {
    return new SourceAccess(Optional.of(server.agentSocket()), Optional.empty(), List.of(hostKey));
  }
}
