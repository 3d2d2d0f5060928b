package io.vespene.core.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.pool.WorkerPool;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.testing.Drafts;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VariableSetsDatabaseTest {
  private TestEngine engine;
  private VariableSets sets;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    sets = engine.core().variableSets();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aSetIsKeptAsItWasSaidInItsOrder() {
    var variables = new LinkedHashMap<String, @Nullable Object>();
    variables.put("zebra", List.of(1, "two", 3.5));
    variables.put("a", null);
    VariableSetDraft draft = draft("mirrors", false, variables);

    VariableSet set = sets.create(draft, People.ALICE);

    assertThat(set.settings()).isEqualTo(draft);
    assertThat(set.settings().variables().keySet()).containsExactly("zebra", "a");
    assertThat(sets.require("mirrors")).isEqualTo(set);
    assertThat(sets.require(Long.toString(set.id()))).isEqualTo(set);
    assertThat(sets.list()).containsExactly(set);
    assertThatThrownBy(() -> sets.create(draft, People.BOB)).hasMessage("name is taken");
    assertThatThrownBy(() -> sets.require("nothing\0")).isInstanceOf(NotFound.class);
  }

  @Test
  void secretValuesAreEncryptedAndComeBackNowhere() {
    VariableSet set =
        sets.create(
            draft("keys", true, Map.of("token", "s3cret-canary", "n", 77777)), People.ALICE);

    assertThat(set.settings().variables()).isEqualTo(Map.of("token", Mask.TEXT, "n", Mask.TEXT));
    assertThat(set.toString()).doesNotContain("canary");
    assertThat(
            engine.read(
                String.class,
                "SELECT v::text || encode(secret_values, 'escape') FROM variable_sets v"))
        .doesNotContain("canary")
        .doesNotContain("77777");
  }

  @Test
  void aMaskKeepsWhatIsStoredAndOnlyThat() {
    VariableSet set =
        sets.create(
            draft("keys", true, Map.of("old", "first-secret", "gone", "other-one")), People.ALICE);

    VariableSet edited =
        sets.edit(
            set.id(),
            1,
            draft("keys", true, Map.of("old", Mask.TEXT, "new", "second-secret")),
            People.ALICE);

    assertThat(edited.settings().variables().keySet()).containsExactlyInAnyOrder("old", "new");
    assertThat(values("keys")).isEqualTo(Map.of("old", "first-secret", "new", "second-secret"));
    refused(draft("keys", true, Map.of("unknown", Mask.TEXT)), set.id(), 2);
    refused(draft("keys", false, Map.of("old", Mask.TEXT)), set.id(), 2);
    assertThat(values("keys")).containsEntry("old", "first-secret");
  }

  @Test
  void secretsTooShortToBeHiddenAreRefused() {
    for (Object value : List.of("abc", 123, true, "    ", List.of("long enough", "x"))) {
      assertThatThrownBy(() -> sets.create(draft("keys", true, Map.of("v", value)), People.ALICE))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("variables must have secrets of at least 4 characters, unlike 'v'");
    }
  }

  @Test
  void brokenRulesAreToldTogether() {
    assertThatThrownBy(() -> sets.create(draft(" a,b", false, Map.of("1x", 1)), People.ALICE))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.errors())
                    .extracting(error -> error.field())
                    .containsExactly("name", "variables"));
  }

  @Test
  void aLostUpdateIsRefused() {
    VariableSet set = sets.create(draft("a", false, Map.of()), People.ALICE);
    sets.create(draft("b", false, Map.of()), People.ALICE);
    sets.edit(set.id(), 1, draft("a", false, Map.of("x", 1)), People.ALICE);

    assertThatThrownBy(() -> sets.edit(set.id(), 1, draft("a", false, Map.of()), People.ALICE))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(() -> sets.edit(set.id(), 2, draft("b", false, Map.of()), People.ALICE))
        .hasMessage("name is taken");
    assertThatThrownBy(() -> sets.edit(4711, 1, draft("c", false, Map.of()), People.ALICE))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void setsAreAttachedByNameInOrderAndNotDeletedWhileInUse() {
    for (String name : List.of("one", "two", "three")) {
      sets.create(draft(name, false, Map.of("from", name)), People.ALICE);
    }
    var attached = new ObjectVariables(Map.of(), List.of("three", "one"));
    WorkerPool pool = engine.core().pools().create(Drafts.pool("linux", attached), People.ALICE);
    assertThat(pool.settings().variables()).isEqualTo(attached);
    assertThat(engine.core().pools().overview().getFirst().pool()).isEqualTo(pool);

    assertThatThrownBy(() -> sets.delete(sets.require("one").id(), People.ALICE))
        .isInstanceOf(Conflict.class)
        .hasMessage("variable set 'one' is used by worker pool 'linux'");
    sets.delete(sets.require("two").id(), People.ALICE);
    assertThatThrownBy(() -> sets.delete(4711, People.ALICE)).isInstanceOf(NotFound.class);

    var unknown = new ObjectVariables(Map.of(), List.of("one", "two", "n\0"));
    assertThatThrownBy(() ->
            engine.core().pools().edit(pool.id(), 1, Drafts.pool("linux", unknown), People.ALICE))
        .hasMessageContaining("variable_sets must name variable sets, unlike 'two'");
    WorkerPool detached =
        engine
            .core()
            .pools()
            .edit(pool.id(), 1, Drafts.pool("linux", ObjectVariables.NONE), People.ALICE);
    assertThat(detached.settings().variables()).isEqualTo(ObjectVariables.NONE);
    sets.delete(sets.require("one").id(), People.ALICE);
  }

  private Map<String, @Nullable Object> values(String set) {
    var attached = new ObjectVariables(Map.of(), List.of(set));
    WorkerPool pool =
        engine
            .core()
            .pools()
            .find("p")
            .orElseGet(
                () -> engine.core().pools().create(Drafts.pool("p", attached), People.ALICE));
    return sets.ofPool(pool.id(), "p", attached).getFirst().values();
  }

  private void refused(VariableSetDraft draft, long id, int version) {
    assertThatThrownBy(() -> sets.edit(id, version, draft, People.ALICE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("only keeps what is secret now");
  }

  // The compiler doesn't find the annotation of a record's type argument in a class file.
  @SuppressWarnings("NullAway")
  private static VariableSetDraft draft(
      String name, boolean secret, Map<String, @Nullable Object> variables) {
    return new VariableSetDraft(name, "", secret, variables);
  }
}
