package io.vespene.core.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPoolDraft;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Project;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildsDatabaseTest {
  private TestEngine engine;
  private WorkerPool pool;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pool = engine.pool("general");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aBuildKeepsWhatItWasQueuedWith() {
    String revision = "0123456789abcdef0123456789abcdef01234567";
    Project project = engine.project("hello", pool, "git", "https://git.example/hello.git");
    Build build =
        engine
            .core()
            .builds()
            .start(project, new StartRequest(People.ALICE, Optional.of(revision), Map.of()));
    engine.execute("UPDATE projects SET script = '#!/bin/false'");

    BuildInputs inputs = engine.core().builds().inputs(build.id());
    assertThat(inputs.script()).isEqualTo("#!/bin/sh\necho hello\n");
    assertThat(inputs.revision()).contains(revision);
    assertThat(build.status()).isEqualTo(BuildStatus.QUEUED);
    assertThat(build.requestedBy()).isEqualTo("alice");
  }

  @ParameterizedTest
  @CsvSource({
    "git, --upload-pack=x",
    "git, main",
    "git, 0123456789abcdef",
    "git, 0123456789ABCDEF0123456789ABCDEF01234567",
    "svn, HEAD",
    "svn, -1",
    "svn, 12345678901",
    "none, 1",
  })
  void whatCanBeNoFullRevisionStartsNothing(String type, String revision) {
    String url = type.equals("none") ? "" : "https://example.org/hello";
    Project project = engine.project("hello", pool, type, url);

    assertThatThrownBy(() ->
            engine
                .core()
                .builds()
                .start(project, new StartRequest(People.ALICE, Optional.of(revision), Map.of())))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("revision");
  }

  @Test
  void aDeletedProjectStartsNothing() {
    Project project = engine.project("hello", pool);
    engine.core().projects().delete(project.id(), People.ALICE);

    assertThatThrownBy(() -> engine.start(project)).isInstanceOf(NotFound.class);
  }

  @Test
  void theLatestBuildSupersedesThoseThatWait() {
    WorkerPool latest =
        engine.core().pools().create(WorkerPoolDraft.of("latest", "none", ""), People.ALICE);
    Project project = engine.project("hello", latest);
    TestWorker worker = engine.worker("w1", latest);
    engine.start(project);
    Claim running = worker.take();
    Build waiting = engine.start(project);

    Build newest = engine.start(project);

    assertThat(engine.build(running.build()).status()).isEqualTo(BuildStatus.RUNNING);
    assertThat(engine.build(waiting.id()).status()).isEqualTo(BuildStatus.ABORTED);
    assertThat(engine.build(waiting.id()).reason()).contains("superseded by build " + newest.id());
    assertThat(engine.build(waiting.id()).supersededBy()).contains(newest.id());
    assertThat(newest.status()).isEqualTo(BuildStatus.QUEUED);
  }

  @Test
  void startsAtTheSameMomentLeaveTheLatestOnly() {
    WorkerPool latest =
        engine.core().pools().create(WorkerPoolDraft.of("latest", "none", ""), People.ALICE);
    Project project = engine.project("hello", latest);

    CompletableFuture<?>[] starts =
        IntStream.range(0, 12)
            .mapToObj(_ ->
                CompletableFuture.runAsync(() -> engine.start(project), Thread::startVirtualThread))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(starts).join();

    List<Build> builds =
        engine.core().builds().list(BuildFilter.ALL, Optional.empty(), 100).builds();
    assertThat(builds.getFirst().status()).isEqualTo(BuildStatus.QUEUED);
    assertThat(builds.subList(1, 12)).allMatch(build -> build.status() == BuildStatus.ABORTED);
  }

  @Test
  void theHistoryIsReadPageByPage() {
    Project one = engine.project("one", pool);
    Project two = engine.project("two", pool);
    var ids = new ArrayList<Long>();
    for (int number = 0; number < 7; number++) {
      ids.addFirst(engine.start(one).id());
      engine.start(two);
    }
    var read = new ArrayList<Long>();
    Optional<Long> cursor = Optional.empty();
    do {
      BuildPage page = engine.core().builds().list(BuildFilter.ofProject(one.id()), cursor, 3);
      assertThat(page.builds()).hasSizeLessThanOrEqualTo(3);
      page.builds().forEach(build -> read.add(build.id()));
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(read).isEqualTo(ids);
  }

  @Test
  void theHistoryIsFiltered() {
    TestWorker worker = engine.worker("w1", pool);
    Project project = engine.project("one", pool);
    engine.start(project);
    Claim claim = worker.take();
    worker.finish(claim, Outcome.SUCCESS, "exit code 0");
    Build waiting = engine.start(project);

    assertThat(list(BuildStatus.SUCCESS, Optional.empty())).containsExactly(claim.build());
    assertThat(list(BuildStatus.QUEUED, Optional.empty())).containsExactly(waiting.id());
    assertThat(list(BuildStatus.SUCCESS, Optional.of(worker.id()))).containsExactly(claim.build());
    assertThat(list(BuildStatus.QUEUED, Optional.of(worker.id()))).isEmpty();
  }

  @Test
  void aWaitingBuildSaysWhatItWaitsFor() {
    Project project = engine.project("hello", pool);
    Build first = engine.start(project);
    assertThat(reason(first)).contains("no worker is serving pool 'general'");

    TestWorker worker = engine.worker("w1", pool);
    assertThat(reason(first)).contains("next in line for a free slot in pool 'general'");

    worker.poll(1);
    assertThat(reason(engine.build(first.id()))).contains("worker w1 is taking it");
    worker.acknowledge(new Claim(worker.id(), worker.processId(), first.id(), 1));
    assertThat(reason(engine.build(first.id()))).isEmpty();

    Build second = engine.start(project);
    assertThat(reason(second)).contains("1 build of this project is running (max_running 1)");
    Build behind = engine.start(engine.project("other", pool));
    assertThat(reason(behind)).contains("1 build ahead in pool 'general'");

    engine.core().workers().drain(worker.id(), true, People.ALICE);
    assertThat(reason(behind)).contains("all workers of pool 'general' are draining");
    assertThat(
            engine
                .core()
                .builds()
                .waitingReasons(List.of(engine.build(first.id()), second, behind)))
        .containsOnlyKeys(second.id(), behind.id());
  }

  @Test
  void theBoardShowsTheLatestOfEachProject() {
    TestWorker worker = engine.worker("w1", pool);
    Project used = engine.project("used", pool);
    engine.project("unused", pool);
    engine.start(used);
    Claim good = worker.take();
    worker.finish(good, Outcome.SUCCESS, "exit code 0");
    engine.start(used);
    Claim bad = worker.take();
    worker.finish(bad, Outcome.FAILURE, "exit code 3");
    engine.start(used);
    Claim running = worker.take();
    Build waiting = engine.start(used);

    List<ProjectOverview> board = engine.core().board().list();

    assertThat(board).extracting(row -> row.project().name()).containsExactly("unused", "used");
    assertThat(board.getFirst().lastBuild()).isEmpty();
    ProjectOverview row = engine.core().board().find(used.id()).orElseThrow();
    assertThat(row).isEqualTo(board.getLast());
    assertThat(row.lastBuild().orElseThrow().id()).isEqualTo(bad.build());
    assertThat(row.lastSuccess().orElseThrow().id()).isEqualTo(good.build());
    assertThat(row.activeBuilds())
        .extracting(BuildSummary::id)
        .containsExactly(running.build(), waiting.id());
    assertThat(worker.poll(1, new HeldBuild(running.build(), 1)).assignments()).isEmpty();
  }

  private List<Long> list(BuildStatus status, Optional<Long> worker) {
    var filter =
        new BuildFilter(Optional.of(status), Optional.empty(), Optional.of(pool.id()), worker);
    return engine.core().builds().list(filter, Optional.empty(), 10).builds().stream()
        .map(Build::id)
        .toList();
  }

  private Optional<String> reason(Build build) {
    return engine.core().builds().waitingReason(build);
  }
}
