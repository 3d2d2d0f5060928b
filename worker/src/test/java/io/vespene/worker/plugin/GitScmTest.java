package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.ProgramMissing;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugin.SourceRevision;
import io.vespene.plugins.scm.GitScm;
import io.vespene.plugins.scm.GitSettings;
import io.vespene.plugins.scm.SourceSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitScmTest extends ScmContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Override
  Scm scm() {
    return git(true);
  }

  private GitScm git(boolean allowFileUrls) {
    return new GitScm(
        new GitSettings(
            new SourceSettings(
                allowFileUrls, directory.resolve("known_hosts"), Duration.ofMillis(10)),
            Optional.empty()));
  }

  @Override
  String goodUrl() throws Exception {
    return repository().url();
  }

  @Override
  Optional<String> deadUrl() {
    return Optional.of("file://" + directory.resolve("nowhere"));
  }

  @Test
  void theDefaultBranchIsCheckedOutAndDescribed() throws Exception {
    TestRepository repository = repository();
    String revision = repository.commit("a", "1", "Change a\n\nBecause.");
    SourceRevision found = checkOut(checkout(repository.url(), "", MINUTE));
    assertThat(found)
        .isEqualTo(
            new SourceRevision(
                revision, "Ada Lovelace <ada@example.org>", "Change a\n\nBecause.", "main"));
    assertThat(work("hello.txt")).hasContent("hello");
  }

  @Test
  void onlyTheNewestRevisionIsFetched() throws Exception {
    TestRepository repository = repository();
    repository.commit("a", "1", "Change a");
    checkOut(checkout(repository.url(), "", MINUTE));
    assertThat(work(".git/shallow")).exists();
  }

  @Test
  void aBranchWithSlashesIsCheckedOut() throws Exception {
    TestRepository repository = repository();
    repository.git("checkout", "--quiet", "-b", "feature/x");
    String revision = repository.commit("x", "1", "Add x");
    repository.git("checkout", "--quiet", "main");
    SourceRevision found = checkOut(checkout(repository.url(), "feature/x", MINUTE));
    assertThat(found.revision()).isEqualTo(revision);
    assertThat(found.branch()).isEqualTo("feature/x");
  }

  @Test
  void aTagIsCheckedOut() throws Exception {
    TestRepository repository = repository();
    repository.git("tag", "v1");
    String tagged = repository.git("rev-parse", "v1").strip();
    repository.commit("a", "1", "Change a");
    assertThat(checkOut(checkout(repository.url(), "v1", MINUTE)).revision()).isEqualTo(tagged);
  }

  @Test
  void anOlderFullRevisionIsCheckedOut() throws Exception {
    TestRepository repository = repository();
    String older = repository.commit("a", "1", "Change a");
    repository.commit("a", "2", "Change a again");
    SourceRevision found = checkOut(checkout(repository.url(), older, MINUTE));
    assertThat(found.revision()).isEqualTo(older);
    assertThat(found.branch()).isEmpty();
    assertThat(work("a")).hasContent("1");
  }

  @Test
  void thePushedRevisionOfABranchIsCheckedOut() throws Exception {
    TestRepository repository = repository();
    String pushed = repository.commit("a", "1", "Change a");
    repository.commit("a", "2", "Change a again");
    Checkout wanted = checkout(repository.url(), "main", MINUTE);
    SourceRevision found =
        checkOut(
            new Checkout(
                wanted.url(),
                wanted.branch(),
                Optional.of(pushed),
                true,
                SourceAccess.NONE,
                wanted.directory(),
                wanted.privateDirectory(),
                MINUTE));
    assertThat(found.revision()).isEqualTo(pushed);
    assertThat(found.branch()).isEqualTo("main");
  }

  @Test
  void submodulesComeAlong() throws Exception {
    var inner = new TestRepository(directory.resolve("inner"));
    TestRepository repository = repository();
    repository.git("submodule", "--quiet", "add", inner.url(), "inner");
    repository.git("commit", "--quiet", "-m", "Add inner");
    checkOut(checkout(repository.url(), "", MINUTE));
    assertThat(work("inner/hello.txt")).hasContent("hello");
  }

  @Test
  void aPlainHttpServerIsCheckedOutToo() throws Exception {
    TestRepository repository = repository();
    repository.commit("a", "1", "Change a");
    HttpServer server = serve(repository);
    try {
      assertThat(checkOut(checkout(httpUrl(server), "", MINUTE)).branch()).isEqualTo("main");
      assertThat(work("a")).hasContent("1");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void gitsOwnWordsAreTheReason() throws Exception {
    assertThatThrownBy(() -> checkOut(checkout(goodUrl(), "no-such-branch", MINUTE)))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("no-such-branch");
  }

  @Test
  void aServerThatNeverAnswersCostsTheTimeLimitOnly() throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort() + "/x.git";
      assertThatThrownBy(() -> checkOut(checkout(url, "", Duration.ofSeconds(1))))
          .isInstanceOf(CheckoutFailed.class)
          .hasMessage("it took longer than 1 s");
    }
  }

  @Test
  void aMissingGitIsTheReason() throws Exception {
    Path bare = Files.createDirectories(directory.resolve("bare"));
    var commands = new TestCommands(Map.of("PATH", bare.toString()));
    assertThatThrownBy(() -> scm().checkOut(checkout(goodUrl(), "", MINUTE), commands.commands()))
        .isInstanceOf(ProgramMissing.class)
        .hasMessageContaining("git is not installed");
  }

  @Test
  void hooksAndSettingsOfTheWorkersUserAreNotRead() throws Exception {
    TestRepository repository = repository();
    Path home = Files.createDirectories(directory.resolve("home"));
    Path trap = directory.resolve("trap");
    Files.writeString(
        home.resolve(".gitconfig"),
        "[core]\n\tfsmonitor = touch "
            + trap
            + "\n[url \"file:///nowhere\"]\n\tinsteadOf = file\n");
    var environment = Map.of("PATH", System.getenv("PATH"), "HOME", home.toString());
    scm()
        .checkOut(checkout(repository.url(), "", MINUTE), new TestCommands(environment).commands());
    assertThat(trap).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--upload-pack=touch /tmp/pwned",
        "-u./evil",
        "-cprotocol.ext.allow=always",
        "ext::sh -c touch% /tmp/pwned",
        "ext::sh",
        "fd::17",
        "ftp://example.org/x.git",
        "ssh://-oProxyCommand=touch/x",
        "ssh://user@-oProxyCommand=touch/x",
        "-oProxyCommand=touch:x",
        "https://example.org/x.git\n--upload-pack=evil",
        "https://example.org/x\0.git",
        "https:///nohost",
        "hostonly",
        "",
      })
  void whatIsNoUrlNeverReachesGit(String url) {
    assertThatThrownBy(() -> checkOut(checkout(url, "", MINUTE)))
        .isInstanceOf(CheckoutFailed.class);
    assertThat(work(".git")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-x", "--upload-pack=evil", "a b", "a\nb", "a\0b", "a..b", "a:b", "refs/x.lock"})
  void whatIsNoBranchNeverReachesGit(String branch) {
    assertThatThrownBy(() -> checkOut(checkout(goodUrl(), branch, MINUTE)))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageStartingWith("not the name of a branch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc", "/etc"})
  void foldersAreRefusedUnlessSettingsAllowThem(String url) throws Exception {
    GitScm strict = git(false);
    assertThatThrownBy(
            () -> strict.checkOut(checkout(url, "", MINUTE), new TestCommands().commands()))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("not allowed");
  }

  @Test
  void aSubmoduleInAFolderIsRefusedUnlessSettingsAllowIt() throws Exception {
    var inner = new TestRepository(directory.resolve("inner"));
    TestRepository repository = repository();
    repository.git("submodule", "--quiet", "add", inner.url(), "inner");
    repository.git("commit", "--quiet", "-m", "Add inner");
    HttpServer server = serve(repository);
    try {
      GitScm strict = git(false);
      assertThatThrownBy(() ->
              strict.checkOut(checkout(httpUrl(server), "", MINUTE), new TestCommands().commands()))
          .isInstanceOf(CheckoutFailed.class)
          .hasMessageContaining("submodule inner")
          .hasMessageContaining("not allowed");
    } finally {
      server.stop(0);
    }
  }

  /** A web server that knows nothing of git. */
  private HttpServer serve(TestRepository repository) throws Exception {
    Path served = Files.createDirectories(directory.resolve("served"));
    Path bare = served.resolve("x.git");
    repository.git("clone", "--quiet", "--bare", ".", bare.toString());
    repository.git("-C", bare.toString(), "update-server-info");
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            served,
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    return server;
  }

  private static String httpUrl(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/x.git";
  }

  private TestRepository repository() throws Exception {
    return new TestRepository(directory.resolve("repository"));
  }

  private SourceRevision checkOut(Checkout checkout) throws Exception {
    return scm().checkOut(checkout, new TestCommands().commands());
  }

  private Path work(String file) {
    return directory.resolve("work").resolve(file);
  }
}
