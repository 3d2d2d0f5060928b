package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.CommandStopped;
import io.vespene.plugin.Login;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugin.SourceRevision;
import io.vespene.plugins.scm.GitMirrorSettings;
import io.vespene.plugins.scm.GitScm;
import io.vespene.plugins.scm.GitSettings;
import io.vespene.plugins.scm.SourceSettings;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git fetched is kept for the next checkout, and nobody gets more by that. */
class GitMirrorTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int BIG = 500_000;
  private static final int SMALL = 20_000;

  @TempDir Path directory;
  private TestRepository repository;
  private GitWebServer server;

  @BeforeEach
  void start() throws Exception {
    repository = new TestRepository(directory.resolve("served/app"));
    repository.commitRandom("big", BIG);
    server = GitWebServer.forEverybody(directory.resolve("served"));
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void whatWasFetchedOnceIsNotFetchedAgain() throws Exception {
    checkOut("work1");
    assertThat(server.takeSentBytes()).isGreaterThan(BIG);

    SourceRevision found = checkOut("work2");
    assertThat(server.takeSentBytes()).isLessThan(SMALL);
    assertThat(found.branch()).isEqualTo("main");
    assertThat(directory.resolve("work2/big")).hasSize(BIG);
  }

  @Test
  void onlyWhatIsNewIsFetched() throws Exception {
    checkOut("work1");
    String newest = repository.commitRandom("small", 100);
    server.takeSentBytes();
    assertThat(checkOut("work2").revision()).isEqualTo(newest);
    assertThat(server.takeSentBytes()).isLessThan(SMALL);
    assertThat(directory.resolve("work2/small")).hasSize(100);
  }

  @Test
  void aRewrittenBranchIsCheckedOutAsItIs() throws Exception {
    checkOut("work1");
    repository.git("reset", "--quiet", "--hard", "HEAD^");
    assertThat(checkOut("work2").message()).isEqualTo("Say hello");
    assertThat(directory.resolve("work2/big")).doesNotExist();
  }

  @Test
  void aBranchMayTakeThePlaceOfAFolderOfBranches() throws Exception {
    repository.git("branch", "x");
    checkOut("work1", "x");
    repository.git("branch", "-D", "x");
    repository.git("branch", "x/y");
    for (String work : List.of("work2", "work3")) {
      assertThat(checkOut(work, "x/y").branch()).isEqualTo("x/y");
    }
  }

  @Test
  void aTagWithAMessageComesOutOfTheMirrorToo() throws Exception {
    repository.git("tag", "-a", "-m", "First", "v1");
    checkOut("work1", "v1");
    server.takeSentBytes();
    assertThat(checkOut("work2", "v1").branch()).isEqualTo("v1");
    assertThat(server.takeSentBytes()).isLessThan(SMALL);
  }

  @Test
  void aWorkingDirectorySharesNoFileWithTheMirror() throws Exception {
    checkOut("work1");
    Set<Object> mirrored = new HashSet<>();
    for (Path file : files(mirrors())) {
      mirrored.add(Files.getAttribute(file, "unix:ino"));
    }
    for (Path file : files(directory.resolve("work1"))) {
      assertThat(mirrored).doesNotContain(Files.getAttribute(file, "unix:ino"));
    }
    assertThat(directory.resolve("work1/.git/objects/info/alternates")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mirrors())))
        .isEqualTo("rwx------");
  }

  @Test
  void whoMayNotReadARepositoryGetsNothingOutOfTheMirror() throws Exception {
    try (var strict = GitWebServer.forUser(directory.resolve("served"), "alice", "secret")) {
      checkOut("work1", strict.url("app"), Optional.of(new Login("alice", "secret")), MINUTE);
      assertThat(files(mirrors())).isNotEmpty();
      assertThatThrownBy(() -> checkOut("work2", strict.url("app"), Optional.empty(), MINUTE))
          .isInstanceOf(CheckoutFailed.class);
      assertThatThrownBy(() ->
              checkOut("work3", strict.url("app"), Optional.of(new Login("eve", "secret")), MINUTE))
          .isInstanceOf(CheckoutFailed.class);
      assertThat(directory.resolve("work2")).isEmptyDirectory();
      assertThat(directory.resolve("work3")).isEmptyDirectory();
    }
  }

  @Test
  void aMirrorWhoseWorkerDiedIsThrownAway() throws Exception {
    checkOut("work1");
    Path mirror = mirror();
    Files.createFile(mirror.resolve("changing"));
    Files.delete(mirror.resolve("repository/HEAD"));
    server.takeSentBytes();
    assertThat(checkOut("work2").branch()).isEqualTo("main");
    assertThat(server.takeSentBytes()).isBetween((long) BIG, BIG * 3L / 2);
    assertThat(mirror.resolve("changing")).doesNotExist();
  }

  @Test
  void aDamagedMirrorIsThrownAway() throws Exception {
    checkOut("work1");
    for (Path file : files(mirror().resolve("repository/objects/pack"))) {
      assertThat(file.toFile().setWritable(true)).isTrue();
      try (var damaged = new RandomAccessFile(file.toFile(), "rw")) {
        damaged.setLength(damaged.length() / 2);
      }
    }
    assertThat(checkOut("work2").branch()).isEqualTo("main");
    checkOut("work3");
    server.takeSentBytes();
    checkOut("work4");
    assertThat(server.takeSentBytes()).isLessThan(SMALL);
  }

  @Test
  void aNetworkThatFailsInTheMiddleLeavesTheMirrorAsItWas() throws Exception {
    checkOut("work1");
    repository.commitRandom("small", 100);
    // The first request names the branch, so that the next ones are the mirror's.
    server.failAfter(2, 4);
    assertThatThrownBy(() -> checkOut("work2")).isInstanceOf(CheckoutFailed.class);
    server.takeSentBytes();
    checkOut("work3");
    assertThat(server.takeSentBytes()).isLessThan(SMALL);
  }

  @Test
  void manyCheckoutsAtTheSameTimeFetchOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var checkouts = new ArrayList<Future<SourceRevision>>();
      for (int number = 0; number < 8; number++) {
        String work = "work" + number;
        checkouts.add(threads.submit(() -> checkOut(work)));
      }
      for (Future<SourceRevision> checkout : checkouts) {
        assertThat(checkout.get().branch()).isEqualTo("main");
      }
    }
    assertThat(server.takeSentBytes()).isLessThan(BIG * 2);
  }

  @Test
  void aMirrorThatAnotherProcessUsesIsNotWaitedForWithoutEnd() throws Exception {
    checkOut("work1");
    Process holder = holdLock();
    try {
      server.takeSentBytes();
      SourceRevision found =
          checkOut("work2", server.url("app"), Optional.empty(), Duration.ofSeconds(8));
      assertThat(found.branch()).isEqualTo("main");
      assertThat(server.takeSentBytes()).isGreaterThan(BIG);
    } finally {
      holder.destroyForcibly().waitFor();
    }
    checkOut("work3");
    assertThat(server.takeSentBytes()).isLessThan(SMALL);
  }

  @Test
  void whoWaitsForAMirrorCanBeStopped() throws Exception {
    checkOut("work1");
    Process holder = holdLock();
    try {
      var commands = new TestCommands();
      var asked = new CountDownLatch(1);
      server.whileAnswering(asked::countDown);
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> {
            try {
              git(1L << 30).checkOut(checkout("work2", "", MINUTE), commands.commands());
            } catch (Exception e) {
              end.complete(e);
            }
          });
      asked.await();
      commands.stop().throwIt();
      assertThat(end.get()).isInstanceOf(CommandStopped.class);
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void mirrorsThatTakeTooMuchRoomAreRemovedOldestFirst() throws Exception {
    new TestRepository(directory.resolve("served/other")).commitRandom("big", BIG);
    GitScm git = git(BIG * 3 / 2);
    git.checkOut(checkout("work1", "", MINUTE), new TestCommands().commands());
    Path first = mirror();
    git.checkOut(
        checkout("work2", server.url("other"), "", Optional.empty(), MINUTE),
        new TestCommands().commands());
    assertThat(mirror()).isNotEqualTo(first);
  }

  @Test
  void aRepositoryLargerThanTheRoomIsCheckedOutAndNotKept() throws Exception {
    SourceRevision found =
        git(1000).checkOut(checkout("work1", "", MINUTE), new TestCommands().commands());
    assertThat(found.branch()).isEqualTo("main");
    assertThat(files(mirrors())).allMatch(file -> file.toString().endsWith(".lock"));
  }

  @Test
  void mirrorsThatNobodyUsesAnyMoreAreRemoved() throws Exception {
    checkOut("work1");
    Path first = mirror();
    Files.setLastModifiedTime(
        first.resolve("used"), FileTime.from(Instant.now().minus(Duration.ofDays(31))));
    new TestRepository(directory.resolve("served/other"));
    checkOut("work2", server.url("other"), Optional.empty(), MINUTE);
    assertThat(first).doesNotExist();
  }

  @Test
  void aMirrorDoesNotGrowForEver() throws Exception {
    for (int number = 0; number < 23; number++) {
      String revision = repository.commitRandom("small", 1000);
      assertThat(checkOut("work").revision()).isEqualTo(revision);
    }
    assertThat(files(mirror().resolve("repository/objects/pack")))
        .filteredOn(file -> file.toString().endsWith(".pack"))
        .hasSizeLessThan(6);
  }

  /** Another process that has the mirror's lock. */
  private Process holdLock() throws Exception {
    String program =
        """
        import fcntl, sys
        f = open(sys.argv[1], 'r+')
        fcntl.lockf(f, fcntl.LOCK_EX)
        print('held', flush=True)
        sys.stdin.read()
        """;
    Process holder =
        new ProcessBuilder("python3", "-c", program, mirror() + ".lock")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(holder.inputReader().readLine()).isEqualTo("held");
    return holder;
  }

  private Path mirrors() {
    return directory.resolve("mirrors");
  }

  private Path mirror() throws Exception {
    try (Stream<Path> places = Files.list(mirrors())) {
      List<Path> found = places.filter(Files::isDirectory).toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }

  private static List<Path> files(Path directory) throws Exception {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private SourceRevision checkOut(String work) throws Exception {
    return checkOut(work, "");
  }

  private SourceRevision checkOut(String work, String branch) throws Exception {
    return git(1L << 30).checkOut(checkout(work, branch, MINUTE), new TestCommands().commands());
  }

  private SourceRevision checkOut(
      String work, String url, Optional<Login> login, Duration timeLimit) throws Exception {
    return git(1L << 30)
        .checkOut(checkout(work, url, "", login, timeLimit), new TestCommands().commands());
  }

  private GitScm git(long maxBytes) {
    return new GitScm(
        new GitSettings(
            new SourceSettings(false, directory.resolve("known_hosts"), Duration.ofMillis(10)),
            Optional.of(new GitMirrorSettings(mirrors(), maxBytes, Duration.ofDays(30)))));
  }

  private Checkout checkout(String work, String branch, Duration timeLimit) throws Exception {
    return checkout(work, server.url("app"), branch, Optional.empty(), timeLimit);
  }

  private Checkout checkout(
      String work, String url, String branch, Optional<Login> login, Duration timeLimit)
      throws Exception {
    return new Checkout(
        url,
        branch,
        Optional.empty(),
        true,
        new SourceAccess(Optional.empty(), login, List.of()),
        Directories.fresh(directory.resolve(work)),
        Directories.fresh(directory.resolve(work + "-private")),
        timeLimit);
  }
}
