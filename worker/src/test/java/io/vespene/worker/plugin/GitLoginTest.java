package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Login;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugin.SourceRevision;
import io.vespene.plugins.scm.GitScm;
import io.vespene.plugins.scm.GitSettings;
import io.vespene.plugins.scm.SourceSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Service logins, with servers that want one. */
class GitLoginTest {
  private static final String PASSWORD = "canary-7f3a91";
  private static final Login LOGIN = new Login("alice", PASSWORD);

  @TempDir Path directory;
  private TestRepository repository;
  private GitWebServer server;
  private GitWebServer other;

  @BeforeEach
  void start() throws Exception {
    repository = new TestRepository(directory.resolve("served/app"));
    server = GitWebServer.forUser(directory.resolve("served"), "alice", PASSWORD);
    other = GitWebServer.forUser(directory.resolve("served"), "alice", PASSWORD);
  }

  @AfterEach
  void end() {
    server.close();
    other.close();
  }

  @Test
  void aRepositoryThatWantsALoginIsCheckedOutWithIt() throws Exception {
    assertThat(checkOut(server.url("app"), LOGIN).message()).isEqualTo("Say hello");
  }

  @Test
  void thePasswordIsInNoArgumentEnvironmentOrFile() throws Exception {
    var canary = new Canary(PASSWORD);
    List<String> seen = new CopyOnWriteArrayList<>();
    server.whileAnswering(() -> seen.addAll(canary.processes()));
    checkOut(server.url("app"), LOGIN);
    assertThat(server.authorizations()).isNotEmpty();
    assertThat(seen).isEmpty();
    assertThat(canary.files(directory)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", " x ", "'\"$(id)`id`\\n%s\\", "pässwörd€", "-n", "a=b", "*"})
  void passwordsMayHoldAnySigns(String password) throws Exception {
    try (var strict = GitWebServer.forUser(directory.resolve("served"), "al ice", password)) {
      SourceRevision found = checkOut(strict.url("app"), new Login("al ice", password));
      assertThat(found.message()).isEqualTo("Say hello");
    }
  }

  @Test
  void aLineBreakInALoginIsRefused() {
    assertThatThrownBy(() -> checkOut(server.url("app"), new Login("alice", "x\nhost=evil")))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("line break");
    assertThat(server.requests()).isZero();
  }

  @Test
  void aWrongPasswordIsNotTriedAgain() {
    assertThatThrownBy(() -> checkOut(server.url("app"), new Login("alice", "wrong")))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("Authentication failed");
    assertThat(server.authorizations()).hasSize(1);
  }

  @Test
  void withoutALoginTheReasonSaysThatOneIsWanted() {
    assertThatThrownBy(() -> checkOut(server.url("app"), Optional.empty()))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessage("the server asks for a login, and the project has no service login");
  }

  @Test
  void anAddressThatNamesSomebodyElseGetsNoPassword() {
    String url = server.url("app").replace("http://", "http://bob@");
    assertThatThrownBy(() -> checkOut(url, LOGIN))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("bob");
    assertThat(server.requests()).isZero();
  }

  @Test
  void anAddressWithAPasswordIsRefused() {
    String url = server.url("app").replace("http://", "http://alice:" + PASSWORD + "@");
    assertThatThrownBy(() -> checkOut(url, LOGIN))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("must not contain a password")
        .hasMessageNotContaining(PASSWORD);
    assertThat(server.requests()).isZero();
  }

  @Test
  void aServerThatARedirectLeadsToGetsNoPassword() throws Exception {
    try (var open = GitWebServer.forEverybody(directory.resolve("served"))) {
      open.sendElsewhere(other.url(""));
      assertThatThrownBy(() -> checkOut(open.url("app"), LOGIN)).isInstanceOf(CheckoutFailed.class);
    }
    assertThat(other.requests()).isPositive();
    assertThat(other.authorizations()).isEmpty();
  }

  @Test
  void aSubmoduleOnTheSameServerIsCheckedOutWithTheLogin() throws Exception {
    addSubmodule("../inner");
    checkOut(server.url("app"), LOGIN);
    assertThat(directory.resolve("work/inner/hello.txt")).hasContent("hello");
  }

  @Test
  void aSubmoduleOnAnotherServerGetsNoPassword() throws Exception {
    addSubmodule(other.url("inner"));
    assertThatThrownBy(() -> checkOut(server.url("app"), LOGIN)).isInstanceOf(CheckoutFailed.class);
    assertThat(other.requests()).isPositive();
    assertThat(other.authorizations()).isEmpty();
  }

  @Test
  void aSubmoduleThatNamesSomebodyElseGetsNoPassword() throws Exception {
    addSubmodule(server.url("inner").replace("http://", "http://bob@"));
    assertThatThrownBy(() -> checkOut(server.url("app"), LOGIN)).isInstanceOf(CheckoutFailed.class);
    assertThat(server.authorizations()).isNotEmpty().doesNotContain(basic("bob:" + PASSWORD));
  }

  @Test
  void aBusyServerIsTriedAgain() throws Exception {
    server.failNext(3);
    assertThat(checkOut(server.url("app"), LOGIN).message()).isEqualTo("Say hello");
    server.failNext(4);
    assertThatThrownBy(() -> checkOut(server.url("app"), LOGIN))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("503");
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private void addSubmodule(String url) throws Exception {
    var inner = new TestRepository(directory.resolve("served/inner"));
    repository.git("submodule", "--quiet", "add", inner.url(), "inner");
    repository.git("config", "--file", ".gitmodules", "submodule.inner.url", url);
    repository.git("commit", "--quiet", "--all", "-m", "Add inner");
  }

  private SourceRevision checkOut(String url, Login login) throws Exception {
    return checkOut(url, Optional.of(login));
  }

  private SourceRevision checkOut(String url, Optional<Login> login) throws Exception {
    var settings =
        new SourceSettings(false, directory.resolve("known_hosts"), Duration.ofMillis(10));
    return new GitScm(new GitSettings(settings, Optional.empty()))
        .checkOut(
            new Checkout(
                url,
                "",
                Optional.empty(),
                true,
                new SourceAccess(Optional.empty(), login, List.of()),
                Directories.fresh(directory.resolve("work")),
                Directories.fresh(directory.resolve("private")),
                Duration.ofMinutes(1)),
            new TestCommands().commands());
  }
}
