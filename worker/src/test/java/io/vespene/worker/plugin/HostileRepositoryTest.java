package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugins.scm.GitScm;
import io.vespene.plugins.scm.GitSettings;
import io.vespene.plugins.scm.SourceSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories whose authors want more than to be checked out. */
class HostileRepositoryTest {
  @TempDir Path directory;
  private TestRepository repository;
  private GitWebServer server;
  private Path outside;

  @BeforeEach
  void start() throws Exception {
    repository = new TestRepository(directory.resolve("served/app"));
    new TestRepository(directory.resolve("served/inner"));
    outside = Files.createDirectories(directory.resolve("outside"));
    server = GitWebServer.forEverybody(directory.resolve("served"));
  }

  /** Nothing was run and nothing was written beside the working directory, whatever happened. */
  @AfterEach
  void end() throws Exception {
    server.close();
    assertThat(canary()).doesNotExist();
    assertThat(outside).isEmptyDirectory();
    try (Stream<Path> beside = Files.list(directory)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .isSubsetOf("served", "outside", "work", "private", "known_hosts");
    }
  }

  record Submodule(int number, String name, String lines) {}

  /** Each is a section of a file .gitmodules; the repository links to a revision at "sub". */
  static List<Submodule> submodules() {
    return List.of(
        new Submodule(1, "s", "path = sub\nurl = INNER\nupdate = !touch CANARY"),
        new Submodule(2, "s", "path = sub\nurl = \"ext::sh -c touch% CANARY\""),
        new Submodule(3, "s", "path = sub\nurl = ext::sh"),
        new Submodule(4, "s", "path = sub\nurl = fd::17"),
        new Submodule(5, "s", "path = sub\nurl = --upload-pack=touch${IFS}CANARY"),
        new Submodule(6, "s", "path = sub\nurl = -u./evil"),
        new Submodule(7, "s", "path = sub\nurl = file:///DIRECTORY/served/inner"),
        new Submodule(8, "s", "path = sub\nurl = /DIRECTORY/served/inner"),
        new Submodule(9, "s", "path = sub\nurl = ssh://-oProxyCommand=touch${IFS}CANARY/x"),
        new Submodule(10, "s", "path = sub\nurl = git@-oProxyCommand=touch:x"),
        new Submodule(11, "s", "path = sub\nurl = \"INNER\\n--upload-pack=touch\""),
        new Submodule(12, "s", "path = sub\nurl = http://alice:secret@127.0.0.1:9/x"),
        new Submodule(13, "s", "path = ../outside/x\nurl = INNER"),
        new Submodule(14, "s", "path = OUTSIDE\nurl = INNER"),
        new Submodule(15, "s", "path = sub/../../outside/x\nurl = INNER"),
        new Submodule(16, "s", "path = .git/hooks\nurl = INNER"),
        new Submodule(17, "s", "path = .GIT/modules/x\nurl = INNER"),
        new Submodule(18, "s", "path = \"sub\\n\"\nurl = INNER"),
        new Submodule(19, "s", "path = -sub\nurl = INNER"),
        new Submodule(20, "../../outside/x", "path = sub\nurl = INNER"),
        new Submodule(21, "s", "path = sub"),
        new Submodule(22, "s", "path = sub\nurl = ../../../../../../etc"),
        new Submodule(23, "s", "path = sub\nurl = javascript:x"),
        new Submodule(24, "s", "path = sub\nurl = svn+touch://127.0.0.1/x"));
  }

  @ParameterizedTest
  @MethodSource("submodules")
  void aHostileSubmoduleIsRefused(Submodule attack) throws Exception {
    String lines =
        attack
            .lines()
            .replace("INNER", server.url("inner"))
            .replace("CANARY", canary().toString())
            .replace("OUTSIDE", outside.toString())
            .replace("/DIRECTORY", directory.toString());
    link("sub");
    modules("[submodule \"" + attack.name() + "\"]\n" + lines + "\n");
    assertThatThrownBy(() -> checkOut(server)).isInstanceOf(CheckoutFailed.class);
    assertThat(work(".git/hooks")).doesNotExist();
    assertThat(work("sub/hello.txt")).doesNotExist();
  }

  @Test
  void aSubmoduleInsideASubmoduleIsLookedAtTheSameWay() throws Exception {
    var middle = new TestRepository(directory.resolve("served/middle"));
    String inner = revision("inner");
    middle.git("update-index", "--add", "--cacheinfo", "160000," + inner + ",sub");
    middle.commit(
        ".gitmodules",
        "[submodule \"s\"]\npath = sub\nurl = file://" + directory + "/served/inner\n",
        "Add");
    repository.git(
        "update-index", "--add", "--cacheinfo", "160000," + revision("middle") + ",middle");
    modules("[submodule \"m\"]\npath = middle\nurl = " + server.url("middle") + "\n");
    assertThatThrownBy(() -> checkOut(server))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("not allowed");
  }

  @Test
  void aSubmoduleIsNotPutWhereALinkLeads() throws Exception {
    Files.createSymbolicLink(repository.directory().resolve("sub"), outside);
    repository.git("add", "sub");
    modules("[submodule \"s\"]\npath = sub\nurl = " + server.url("inner") + "\n");
    checkOut(server);
    assertThat(Files.isSymbolicLink(work("sub"))).isTrue();
  }

  @Test
  void aFileOfSubmodulesThatIsALinkIsNotRead() throws Exception {
    Path file = directory.resolve("served/content");
    Files.writeString(file, "[submodule \"s\"]\npath = sub\nurl = ext::sh\n");
    String content = repository.git("hash-object", "-w", file.toString()).strip();
    Files.writeString(file, "elsewhere");
    String link = repository.git("hash-object", "-w", file.toString()).strip();
    commitTree(
        makeTree(
            "120000 .gitmodules", link,
            "100644 elsewhere", content,
            "160000 sub", revision("inner")));
    try {
      checkOut(server);
      assertThat(work("sub")).isEmptyDirectory();
    } catch (CheckoutFailed e) {
      // Newer gits don't even write it.
      assertThat(e.reason()).contains("gitmodules");
    }
  }

  @Test
  void aHugeFileOfSubmodulesIsRefused() throws Exception {
    link("sub");
    modules("# " + "x".repeat(300_000) + "\n");
    assertThatThrownBy(() -> checkOut(server))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("256 KiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../../outside", "/proc/self/environ", "."})
  void aLinkStaysALink(String target) throws Exception {
    Files.createSymbolicLink(repository.directory().resolve("link"), Path.of(target));
    repository.git("add", "link");
    repository.git("commit", "--quiet", "-m", "Link");
    checkOut(server);
    assertThat(Files.readSymbolicLink(work("link"))).isEqualTo(Path.of(target));
  }

  /** Names in a tree that would lead out of it, or into what git keeps for itself. */
  @ParameterizedTest
  @ValueSource(strings = {".git", ".GIT", "git~1", "..", ".", ".git "})
  void aTreeWithSuchANameWritesNothingThere(String name) throws Exception {
    String blob = repository.git("rev-parse", "HEAD:hello.txt").strip();
    String hooks = makeTree("100755 post-checkout", blob);
    commitTree(makeTree("40000 " + name, hooks));
    try {
      checkOut(server);
      assertThat(work(".git/post-checkout")).doesNotExist();
    } catch (CheckoutFailed e) {
      assertThat(e.reason()).isNotBlank();
    }
    assertThat(directory.resolve("post-checkout")).doesNotExist();
  }

  @Test
  void aTreeThatPutsAFileBehindALinkOfTheSameNameWritesNothingThere() throws Exception {
    Path message = Files.writeString(directory.resolve("served/target"), outside.toString());
    String link = repository.git("hash-object", "-w", message.toString()).strip();
    String blob = repository.git("rev-parse", "HEAD:hello.txt").strip();
    String folder = makeTree("100644 file", blob);
    commitTree(makeTree("120000 a", link, "40000 a", folder));
    try {
      checkOut(server);
    } catch (CheckoutFailed e) {
      assertThat(e.reason()).isNotBlank();
    }
    assertThat(outside.resolve("file")).doesNotExist();
  }

  @Test
  void hooksFiltersAndSettingsInARepositoryAreNotUsed() throws Exception {
    String touch = "touch " + canary();
    repository.commit(".gitattributes", "* filter=evil diff=evil merge=evil\n", "Filter");
    repository.commit(
        ".gitconfig",
        "[filter \"evil\"]\nsmudge = " + touch + "\n[core]\nfsmonitor = " + touch + "\n",
        "Set");
    repository.commit(".lfsconfig", "[lfs]\nurl = ext::" + touch + "\n", "Set more");
    repository.commit("post-checkout", "#!/bin/sh\n" + touch + "\n", "Hook");
    for (String hook : List.of("post-update", "upload-pack", "post-checkout")) {
      Path file = repository.directory().resolve(".git/hooks").resolve(hook);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\n" + touch + "\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    checkOut(server);
    assertThat(work("post-checkout")).exists();
    assertThat(work(".git/hooks")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x", "--upload-pack=touch", "a\u202eb"})
  void aServerWhoseDefaultBranchIsNoNameIsRefused(String name) throws Exception {
    Path git = repository.directory().resolve(".git");
    Files.writeString(git.resolve("refs/heads/" + name), revision("app") + "\n");
    Files.writeString(git.resolve("HEAD"), "ref: refs/heads/" + name + "\n");
    assertThatThrownBy(() -> checkOut(server))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("not the name of a branch");
  }

  private void link(String path) throws Exception {
    repository.git(
        "update-index", "--add", "--cacheinfo", "160000," + revision("inner") + "," + path);
  }

  private void modules(String text) throws Exception {
    repository.commit(".gitmodules", text, "Add submodules");
  }

  private String revision(String name) throws Exception {
    return repository
        .git("-C", directory.resolve("served").resolve(name).toString(), "rev-parse", "HEAD")
        .strip();
  }

  /** Writes a tree as no git would: pairs of mode and name, and what stands there. */
  private String makeTree(String... entries) throws Exception {
    Path file = directory.resolve("served/tree");
    try (var out = Files.newOutputStream(file)) {
      for (int at = 0; at < entries.length; at += 2) {
        out.write((entries[at] + "\0").getBytes(StandardCharsets.UTF_8));
        out.write(HexFormat.of().parseHex(entries[at + 1]));
      }
    }
    return repository
        .git("hash-object", "-w", "-t", "tree", "--literally", file.toString())
        .strip();
  }

  private void commitTree(String tree) throws Exception {
    String commit = repository.git("commit-tree", tree, "-m", "Attack").strip();
    repository.git("update-ref", "refs/heads/main", commit);
  }

  private Path canary() {
    return directory.resolve("canary");
  }

  private Path work(String file) {
    return directory.resolve("work").resolve(file);
  }

  private void checkOut(GitWebServer from) throws Exception {
    var settings =
        new SourceSettings(false, directory.resolve("known_hosts"), Duration.ofMillis(10));
    new GitScm(new GitSettings(settings, Optional.empty()))
        .checkOut(
            new Checkout(
                from.url("app"),
                "",
                Optional.empty(),
                true,
                SourceAccess.NONE,
                Files.createDirectories(directory.resolve("work")),
                Files.createDirectories(directory.resolve("private")),
                Duration.ofMinutes(1)),
            new TestCommands().commands());
    assertThat(Files.exists(directory.resolve("work/.git"), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }
}
