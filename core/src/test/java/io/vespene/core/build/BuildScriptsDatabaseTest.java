package io.vespene.core.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Project;
import io.vespene.core.snippet.SnippetDraft;
import io.vespene.core.testing.Drafts;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.core.variable.Mask;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.core.variable.ResolvedVariable;
import io.vespene.core.variable.VariableSetDraft;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a build is queued with: the rendered script, and variables with their origins. */
class BuildScriptsDatabaseTest {
  private static final String CANARY = "s3cret-canary";

  private TestEngine engine;
  private WorkerPool pool;
  private TestWorker worker;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    set("mirrors", false, Map.of("mirror", "near", "color", "set"));
    set("keys", true, Map.of("token", CANARY));
    var variables = new ObjectVariables(Map.of("color", "pool"), List.of("mirrors"));
    pool = engine.core().pools().create(Drafts.pool("general", variables), People.ALICE);
    worker = engine.worker("w1", pool);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aBuildKeepsItsScriptAndWhereItsVariablesAreFrom() {
    engine
        .core()
        .snippets()
        .create(new SnippetDraft("get-it", "", "get {{ mirror }}"), People.ALICE);
    Build build = start("echo {{ color }} {{ get_it }}", Map.of("color", "mine"));

    engine.execute("UPDATE snippets SET text = 'changed'");
    engine.execute("UPDATE worker_pools SET variables = '{}'");
    BuildInputs inputs = engine.core().builds().inputs(build.id());

    assertThat(inputs.script()).isEqualTo("#!/bin/sh\necho mine get near\n");
    assertThat(inputs.failure()).isEmpty();
    assertThat(inputs.variables())
        .extracting(ResolvedVariable::name)
        .containsExactly("color", "get_it", "mirror");
    ResolvedVariable color = inputs.variables().getFirst();
    assertThat(color.value()).isEqualTo("mine");
    assertThat(color.origin().words()).isEqualTo("project 'p'");
    assertThat(color.shadowed())
        .extracting(beaten -> beaten.value() + " of " + beaten.origin().words())
        .containsExactly(
            "pool of worker pool 'general'",
            "set of variable set 'mirrors' of worker pool 'general'");
    Assignment assignment = worker.poll(1).assignments().getFirst();
    assertThat(assignment.script()).isEqualTo(inputs.script());
    assertThat(assignment.variables())
        .isEqualTo(Map.of("color", "mine", "mirror", "near", "get_it", "get near"));
    assertThat(assignment.failure()).isEmpty();
    assertThat(assignment.secrets()).isEmpty();
  }

  @Test
  void secretsReachTheWorkerAndNothingElse() {
    Build build = start("curl -u {{ token }}", Map.of(), "keys");

    BuildInputs inputs = engine.core().builds().inputs(build.id());
    assertThat(inputs.script()).isEqualTo("#!/bin/sh\ncurl -u " + Mask.TEXT + "\n");
    assertThat(inputs.variables())
        .filteredOn(variable -> variable.name().equals("token"))
        .extracting(ResolvedVariable::value)
        .containsExactly(Mask.TEXT);
    assertThat(
            engine.read(
                String.class,
                "SELECT i::text || encode(secret_inputs, 'escape') FROM build_inputs i"))
        .doesNotContain(CANARY);
    Assignment assignment = worker.poll(1).assignments().getFirst();
    assertThat(assignment.script()).contains(CANARY);
    assertThat(assignment.variables()).containsEntry("token", CANARY);
    assertThat(assignment.secrets()).contains(CANARY);
    assertThat(assignment.toString()).doesNotContain(CANARY);
  }

  @Test
  void aBuildInPlaceOfALostOneKeepsScriptVariablesAndSecrets() {
    Project project = project("curl {{ token }} {{ color }}", Map.of(), 1, "keys");
    Build build = engine.start(project);
    Claim claim = worker.take();
    engine.execute("UPDATE worker_pools SET variables = '{}'");
    engine.execute("UPDATE workers SET last_seen_at = now() - interval '1 hour'");

    new LostBuilds(engine.core().database()).reap(Instant.EPOCH);

    assertThat(engine.build(claim.build()).status()).isEqualTo(BuildStatus.ORPHANED);
    Assignment again = worker.poll(1).assignments().getFirst();
    assertThat(engine.build(again.build()).retryOf()).contains(build.id());
    assertThat(again.script()).isEqualTo("#!/bin/sh\ncurl " + CANARY + " pool\n");
    assertThat(again.secrets()).contains(CANARY);
    assertThat(engine.core().builds().inputs(again.build()))
        .isEqualTo(engine.core().builds().inputs(build.id()));
  }

  @Test
  void aTemplateErrorIsKnownAtOnceAndHandedToAWorkerForItsTriggersOnly() {
    Build build = start("fine\necho {{ colr }}", Map.of());

    assertThat(build.reason().orElseThrow())
        .startsWith("template error on line 3: 'colr' is undefined");
    assertThat(engine.core().builds().inputs(build.id()).failure().orElseThrow())
        .contains("echo {{ colr }}");
    Assignment assignment = worker.poll(1).assignments().getFirst();
    assertThat(assignment.failure().orElseThrow().reason()).isEqualTo(build.reason().get());
    Claim claim = worker.claim(assignment);
    assertThat(worker.acknowledge(claim)).isTrue();
    worker.finish(claim, Outcome.FAILURE, build.reason().get());
    assertThat(engine.build(build.id()).status()).isEqualTo(BuildStatus.FAILURE);
    assertThat(engine.build(build.id()).reason()).isEqualTo(build.reason());
  }

  @Test
  void aFailedBuildNeitherReplacesAQueuedOneNorIsReplaced() {
    Project project = project("echo {{ color }}", Map.of(), 0);
    Build good = engine.start(project);
    Project broken =
        engine
            .core()
            .projects()
            .edit(
                project.id(),
                1,
                Drafts.project("p", "#!/bin/sh\n{{ colr }}", "general", 0, ObjectVariables.NONE),
                People.ALICE);
    Build failed = engine.start(broken);
    assertThat(engine.build(good.id()).status()).isEqualTo(BuildStatus.QUEUED);

    Project mended =
        engine
            .core()
            .projects()
            .edit(
                project.id(),
                2,
                Drafts.project("p", "#!/bin/sh\n", "general", 0, ObjectVariables.NONE),
                People.ALICE);
    engine.start(mended);

    assertThat(engine.build(good.id()).status()).isEqualTo(BuildStatus.ABORTED);
    assertThat(engine.build(failed.id()).status()).isEqualTo(BuildStatus.QUEUED);
  }

  @Test
  void aFailedBuildThatNoWorkerTakesEndsAsFailure() {
    Build failed = start("{{ colr }}", Map.of());
    engine.execute("UPDATE builds SET queued_at = now() - interval '2 days'");

    new LostBuilds(engine.core().database()).reapOverdue();

    assertThat(engine.build(failed.id()).status()).isEqualTo(BuildStatus.FAILURE);
    assertThat(engine.build(failed.id()).reason()).isEqualTo(failed.reason());
  }

  @Test
  void aProjectThatChangedMeanwhileIsBuiltAsItIsNow() {
    Project old = project("echo old", Map.of(), 0);
    engine
        .core()
        .projects()
        .edit(
            old.id(),
            1,
            Drafts.project("p", "#!/bin/sh\necho new\n", "general", 0, ObjectVariables.NONE),
            People.ALICE);

    Build build = engine.start(old);

    assertThat(engine.core().builds().inputs(build.id()).script()).contains("echo new");
    engine.core().builds().stop(build.id(), People.ALICE);
    engine.core().projects().delete(old.id(), People.ALICE);
    assertThatThrownBy(() -> engine.start(old)).isInstanceOf(NotFound.class);
  }

  private Build start(String line, Map<String, Object> variables, String... sets) {
    return engine.start(project(line, variables, 0, sets));
  }

  private Project project(
      String line, Map<String, Object> variables, int retryLost, String... sets) {
    return engine
        .core()
        .projects()
        .create(
            Drafts.project(
                "p",
                "#!/bin/sh\n" + line + "\n",
                "general",
                retryLost,
                new ObjectVariables(variables, List.of(sets))),
            People.ALICE);
  }

  private void set(String name, boolean secret, Map<String, Object> variables) {
    engine
        .core()
        .variableSets()
        .create(new VariableSetDraft(name, "", secret, variables), People.ALICE);
  }
}
