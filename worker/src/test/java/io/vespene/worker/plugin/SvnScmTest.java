package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Login;
import io.vespene.plugin.ProgramMissing;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugin.SourceRevision;
import io.vespene.plugins.scm.SourceSettings;
import io.vespene.plugins.scm.SvnScm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subversion, with a real svnserve. */
class SvnScmTest extends ScmContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String PASSWORD = "can'ary $7f3a91\"\\";

  private SvnServer server;

  @BeforeEach
  void start() throws Exception {
    server = SvnServer.forEverybody(directory.resolve("svn"));
    server.makeFolders("Lay out", "trunk", "branches/1.x");
    server.put("trunk/hello.txt", "hello\n", "Say hello\n\nBecause.");
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Override
  Scm scm() {
    return svn(false);
  }

  private SvnScm svn(boolean allowFileUrls) {
    return new SvnScm(
        new SourceSettings(allowFileUrls, directory.resolve("known hosts"), Duration.ofMillis(10)));
  }

  @Override
  String goodUrl() {
    return server.url();
  }

  @Override
  Optional<String> deadUrl() {
    return Optional.of(server.url() + "/nowhere");
  }

  @Test
  void aFolderIsCheckedOutAndDescribed() throws Exception {
    server.put("branches/1.x/other.txt", "other\n", "Change something else");
    SourceRevision found = checkOut(server.url() + "/trunk/", "", Optional.empty());
    assertThat(found).isEqualTo(new SourceRevision("2", "Ada", "Say hello\n\nBecause.", ""));
    assertThat(work("hello.txt")).hasContent("hello");
  }

  @Test
  void theBranchIsAFolderBelowTheAddress() throws Exception {
    server.put("branches/1.x/übung & #1 100%.txt", "other\n", "Add an exercise");
    SourceRevision found = checkOut(server.url(), "branches/1.x", Optional.empty());
    assertThat(found.branch()).isEqualTo("branches/1.x");
    assertThat(found.revision()).isEqualTo("3");
    assertThat(work("übung & #1 100%.txt")).hasContent("other");
  }

  @Test
  void aFolderMayHaveAnyLetters() throws Exception {
    server.makeFolders("Branch", "branches/übung+1");
    assertThat(checkOut(server.url(), "branches/übung+1", Optional.empty()).revision())
        .isEqualTo("3");
  }

  @Test
  void anOlderRevisionIsCheckedOut() throws Exception {
    server.put("trunk/later.txt", "later\n", "Add more");
    SourceRevision found = checkOut(server.url(), "trunk", Optional.of("2"));
    assertThat(found.revision()).isEqualTo("2");
    assertThat(work("later.txt")).doesNotExist();
  }

  @Test
  void anEmptyRepositoryIsCheckedOutToo() throws Exception {
    try (var empty = SvnServer.forEverybody(directory.resolve("empty"))) {
      assertThat(checkOut(empty.url(), "", Optional.empty()).revision()).isEqualTo("0");
    }
  }

  @Test
  void svnsOwnWordsAreTheReason() {
    assertThatThrownBy(() -> checkOut(server.url(), "no/such/folder", Optional.empty()))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("no/such/folder");
    assertThatThrownBy(() -> checkOut(server.url(), "trunk", Optional.of("99")))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("No such revision 99");
  }

  @Test
  void foldersOfOtherRepositoriesAreNotCheckedOut() throws Exception {
    server.setProperty("svn:externals", server.url() + "/trunk inside", "branches/1.x");
    checkOut(server.url(), "branches/1.x", Optional.empty());
    assertThat(work("inside")).doesNotExist();
  }

  @Test
  void aRepositoryThatWantsALoginIsCheckedOutWithIt() throws Exception {
    try (var strict = SvnServer.forUser(directory.resolve("strict"), "alice", PASSWORD)) {
      strict.put("hello.txt", "hello\n", "Say hello");
      var canary = new Canary(PASSWORD);
      checkOut(strict.url(), "", new Login("alice", PASSWORD));
      assertThat(work("hello.txt")).hasContent("hello");
      assertThat(canary.files(directory.resolve("work"))).isEmpty();
      assertThat(canary.files(directory.resolve("private"))).isEmpty();
    }
  }

  @Test
  void thePasswordIsInNoArgumentAndNoEnvironment() throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var canary = new Canary(PASSWORD);
      List<String> seen = new CopyOnWriteArrayList<>();
      var looked = new AtomicInteger();
      Thread looking =
          Thread.ofVirtual()
              .start(() -> {
                // Whoever comes again finds nobody.
                try (silent;
                    var _ = silent.accept()) {
                  seen.addAll(canary.processes());
                  looked.incrementAndGet();
                } catch (IOException e) {
                  seen.add("nobody came: " + e);
                }
              });
      String url = "svn://127.0.0.1:" + silent.getLocalPort() + "/app";
      assertThatThrownBy(() -> checkOut(url, "", new Login("alice", PASSWORD)))
          .isInstanceOf(CheckoutFailed.class);
      looking.join();
      assertThat(looked).hasValue(1);
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsTheReason() throws Exception {
    try (var strict = SvnServer.forUser(directory.resolve("strict"), "alice", PASSWORD)) {
      assertThatThrownBy(() -> checkOut(strict.url(), "", new Login("alice", "wrong")))
          .isInstanceOf(CheckoutFailed.class)
          .hasMessageContaining("Password incorrect");
      assertThatThrownBy(() -> checkOut(strict.url(), "", Optional.empty()))
          .isInstanceOf(CheckoutFailed.class)
          .hasMessage("the server asks for a login, and the project has no service login");
    }
  }

  @Test
  void aServerThatARedirectLeadsToGetsNoPassword() throws Exception {
    List<String> shown = new CopyOnWriteArrayList<>();
    HttpServer elsewhere = http();
    elsewhere.createContext(
        "/",
        exchange -> {
          try (exchange) {
            shown.add(
                exchange.getRequestHeaders().getOrDefault("Authorization", List.of()).toString());
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"svn\"");
            exchange.sendResponseHeaders(401, -1);
          }
        });
    HttpServer first = http();
    first.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().add("Location", url(elsewhere) + "/app");
            exchange.sendResponseHeaders(301, -1);
          }
        });
    try {
      assertThatThrownBy(() -> checkOut(url(first) + "/app", "", new Login("alice", PASSWORD)))
          .isInstanceOf(CheckoutFailed.class);
      assertThat(shown).isNotEmpty().containsOnly("[]");
    } finally {
      first.stop(0);
      elsewhere.stop(0);
    }
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() throws Exception {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    var commands = new TestCommands();
    Checkout checkout = checkout("svn://127.0.0.1:" + port + "/app", "", MINUTE);
    assertThatThrownBy(() -> scm().checkOut(checkout, commands.commands()))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("Connection refused");
    assertThat(commands.log()).contains("3 left", "1 left").doesNotContain("0 left");
  }

  @Test
  void aServerThatNeverAnswersCostsTheTimeLimitOnly() throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "svn://127.0.0.1:" + silent.getLocalPort() + "/x";
      Checkout checkout = checkout(url, "", Duration.ofSeconds(1));
      assertThatThrownBy(() -> scm().checkOut(checkout, new TestCommands().commands()))
          .isInstanceOf(CheckoutFailed.class)
          .hasMessage("it took longer than 1 s");
    }
  }

  @Test
  void aMissingSvnIsTheReason() throws Exception {
    Path bare = Files.createDirectories(directory.resolve("bare"));
    var commands = new TestCommands(Map.of("PATH", bare.toString()));
    assertThatThrownBy(() -> scm().checkOut(checkout(goodUrl(), "", MINUTE), commands.commands()))
        .isInstanceOf(ProgramMissing.class)
        .hasMessageContaining("svn is not installed")
        .hasMessageContaining("subversion");
  }

  @Test
  void settingsOfTheWorkersUserAreNotRead() throws Exception {
    Path home = Files.createDirectories(directory.resolve("home/.subversion"));
    Path trap = directory.resolve("trap");
    Files.write(home.resolve("config"), List.of("[tunnels]", "ssh = touch " + trap));
    var environment =
        Map.of("PATH", System.getenv("PATH"), "HOME", directory.resolve("home").toString());
    assertThatThrownBy(() ->
            scm()
                .checkOut(
                    checkout("svn+ssh://127.0.0.1:9/app", "", MINUTE),
                    new TestCommands(environment).commands()))
        .isInstanceOf(CheckoutFailed.class);
    assertThat(trap).doesNotExist();
  }

  @Test
  void aRepositoryBehindSshIsCheckedOutWithTheAgentsKeys() throws Exception {
    var ssh = new SshServer(directory.resolve("ssh"));
    try {
      String url = ssh.url(server.repository()).replace("ssh://", "svn+ssh://");
      var access = new SourceAccess(Optional.of(ssh.agentSocket()), Optional.empty(), List.of());
      SourceRevision found = checkOut(url, "trunk", Optional.empty(), access);
      assertThat(found.message()).startsWith("Say hello");
      ssh.changeHostKey();
      assertThatThrownBy(() -> checkOut(url, "trunk", Optional.empty(), access))
          .isInstanceOf(CheckoutFailed.class)
          .hasMessageContaining("host key has changed");
      assertThat(ssh.log()).doesNotContain("userauth-request");
    } finally {
      ssh.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc", "file:///"})
  void foldersAreRefusedUnlessSettingsAllowThem(String url) {
    assertThatThrownBy(() -> checkOut(url, "", Optional.empty()))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("not allowed");
  }

  @Test
  void foldersAreCheckedOutWhereSettingsAllowThem() throws Exception {
    SourceRevision found =
        svn(true)
            .checkOut(checkout(server.fileUrl(), "trunk", MINUTE), new TestCommands().commands());
    assertThat(found.revision()).isEqualTo("2");
  }

  private static HttpServer http() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    return server;
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private SourceRevision checkOut(String url, String branch, Login login) throws Exception {
    var access = new SourceAccess(Optional.empty(), Optional.of(login), List.of());
    return checkOut(url, branch, Optional.empty(), access);
  }

  private SourceRevision checkOut(String url, String branch, Optional<String> revision)
      throws Exception {
    return checkOut(url, branch, revision, SourceAccess.NONE);
  }

  private SourceRevision checkOut(
      String url, String branch, Optional<String> revision, SourceAccess access) throws Exception {
    return scm()
        .checkOut(
            new Checkout(
                url,
                branch,
                revision,
                true,
                access,
                Directories.fresh(directory.resolve("work")),
                Directories.fresh(directory.resolve("private")),
                MINUTE),
            new TestCommands().commands());
  }

  private Path work(String file) {
    return directory.resolve("work").resolve(file);
  }
}
