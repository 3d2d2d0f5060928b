package io.vespene.core.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.variable.ObjectVariables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerPoolsDatabaseTest {
  private TestEngine engine;
  private WorkerPools pools;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pools = engine.core().pools();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aPoolIsKeptAsItWasSaid() {
    var draft =
        new WorkerPoolDraft(
            "linux-x64",
            "Fast ones",
            "sudo",
            "builder",
            new PoolContainers(List.of("debian:*", "localhost:5000/**"), 1.5, 512, 100, false),
            0750,
            false,
            30,
            60,
            2_000_000,
            new Retention(100, 7),
            new ObjectVariables(Map.of("os", "linux"), List.of()));

    WorkerPool pool = pools.create(draft, People.ALICE);

    assertThat(pool.settings()).isEqualTo(draft);
    assertThat(pools.require("linux-x64")).isEqualTo(pool);
    assertThat(pools.require(Long.toString(pool.id()))).isEqualTo(pool);
    assertThat(pools.list()).containsExactly(pool);
    assertThatThrownBy(() -> pools.create(draft, People.ALICE)).hasMessage("name is taken");
  }

  @Test
  void brokenRulesAreToldTogether() {
    assertThatThrownBy(() ->
            pools.create(
                new WorkerPoolDraft(
                    "a b",
                    "",
                    "chroot",
                    "",
                    new PoolContainers(List.of("Debian!"), -1, 5, -1, true),
                    01777,
                    true,
                    0,
                    0,
                    0,
                    new Retention(0, 1),
                    ObjectVariables.NONE),
                People.ALICE))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.errors())
                    .extracting(error -> error.field())
                    .containsExactly(
                        "name",
                        "isolation",
                        "permissions",
                        "auto_abort_minutes",
                        "lost_after_seconds",
                        "log_limit_bytes",
                        "retention.builds_days",
                        "retention.build_roots_days",
                        "allowed_images",
                        "container_limits.cpus",
                        "container_limits.memory_mib",
                        "container_limits.pids"));
  }

  @Test
  void eachSlotMayHaveASudoUserOfItsOwn() {
    WorkerPool pool = pools.create(WorkerPoolDraft.of("p", "sudo", "build_{slot}"), People.ALICE);
    assertThat(pool.settings().sudoUser()).isEqualTo("build_{slot}");
  }

  @Test
  void sudoNeedsAUserThatIsNotRoot() {
    assertThatThrownBy(() -> pools.create(WorkerPoolDraft.of("p", "sudo", ""), People.ALICE))
        .hasMessageStartingWith("sudo_user");
    assertThatThrownBy(() -> pools.create(WorkerPoolDraft.of("p", "sudo", "-u root"), People.ALICE))
        .hasMessageStartingWith("sudo_user");
    assertThatThrownBy(() -> pools.create(WorkerPoolDraft.of("p", "sudo", "root"), People.ALICE))
        .hasMessageContaining("must not be root");
  }

  @Test
  void noIsolationNeedsPermission() {
    var strict = new PoolRules(false);

    assertThatThrownBy(
            () -> {
              var errors = new FieldErrors();
              strict.check(WorkerPoolDraft.of("p", "none", ""), errors);
              errors.throwIfAny();
            })
        .hasMessageContaining("allow-unisolated");
  }

  @Test
  void isolationsOfPluginsAreThoseOfTheSettings() {
    var rules = new PoolRules(false, List.of("jail"));

    var fine = new FieldErrors();
    rules.check(WorkerPoolDraft.of("p", "jail", ""), fine);
    fine.throwIfAny();
    var wrong = new FieldErrors();
    rules.check(WorkerPoolDraft.of("p", "cell", ""), wrong);
    assertThatThrownBy(wrong::throwIfAny)
        .hasMessage("isolation must be sudo, basic_container, none or jail");
  }

  @Test
  void aLostUpdateIsRefused() {
    WorkerPool pool = engine.pool("general");

    WorkerPool edited =
        pools.edit(pool.id(), 1, WorkerPoolDraft.of("renamed", "none", ""), People.ALICE);

    assertThat(edited.version()).isEqualTo(2);
    assertThatThrownBy(() -> pools.edit(pool.id(), 1, pool.settings(), People.ALICE))
        .isInstanceOf(StaleVersion.class);
    engine.pool("other");
    assertThatThrownBy(
            () -> pools.edit(pool.id(), 2, WorkerPoolDraft.of("other", "none", ""), People.ALICE))
        .hasMessage("name is taken");
    assertThatThrownBy(() -> pools.edit(4711, 1, pool.settings(), People.ALICE))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aPoolInUseIsNotDeleted() {
    WorkerPool pool = engine.pool("general");
    engine.core().poolTokens().issue(pool.id(), People.ALICE);
    var project = engine.project("site", pool);

    assertThatThrownBy(() -> pools.delete(pool.id(), People.ALICE))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("'site'");
    engine.core().projects().delete(project.id(), People.ALICE);
    pools.delete(pool.id(), People.ALICE);
    assertThat(pools.list()).isEmpty();
  }

  @Test
  void aQueueWithoutWorkersIsStarved() {
    WorkerPool pool = engine.pool("general");
    engine.start(engine.project("site", pool));

    WorkerPoolOverview before = pools.overview().getFirst();
    assertThat(before.queuedBuilds()).isEqualTo(1);
    assertThat(before.starved()).isTrue();
    assertThat(before.projects()).isEqualTo(1);

    var worker = engine.worker("w1", pool);
    worker.take();
    WorkerPoolOverview after = pools.overview().getFirst();
    assertThat(after.starved()).isFalse();
    assertThat(after.runningBuilds()).isEqualTo(1);
    assertThat(after.workers()).isEqualTo(1);
    assertThat(after.slots()).isEqualTo(4);
  }
}
