package io.vespene.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.build.Build;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.project.Project;
import io.vespene.core.servicelogin.ServiceLogin;
import io.vespene.core.servicelogin.ServiceLoginDraft;
import io.vespene.core.snippet.Snippet;
import io.vespene.core.snippet.SnippetDraft;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.variable.Mask;
import io.vespene.core.variable.VariableSet;
import io.vespene.core.variable.VariableSetDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogDatabaseTest {
  private static final Actor CAROL = new Actor("carol", Channel.PAGE, "192.0.2.7");

  private TestEngine engine;
  private AuditLog log;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    log = engine.core().auditLog();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void anEditIsNotedFieldByFieldWithWhoAndFromWhere() {
    Snippet snippet =
        engine.core().snippets().create(new SnippetDraft("greet", "", "hello"), People.ALICE);
    engine.core().snippets().edit(snippet.id(), 1, new SnippetDraft("greet", "", "bye"), CAROL);
    engine.core().snippets().edit(snippet.id(), 2, new SnippetDraft("greet", "", "bye"), CAROL);
    engine.core().snippets().delete(snippet.id(), CAROL);

    List<AuditEntry> entries = history(ObjectType.SNIPPET, snippet.id());
    assertThat(entries)
        .extracting(AuditEntry::verb)
        .containsExactly(AuditVerb.DELETE, AuditVerb.EDIT, AuditVerb.CREATE);
    assertThat(entries.get(1).actor()).isEqualTo(CAROL);
    assertThat(entries.get(1).object())
        .isEqualTo(new AuditedObject(ObjectType.SNIPPET, snippet.id(), "greet"));
    assertThat(entries.get(1).changes())
        .containsExactly(new FieldChange("text", Optional.of("hello"), "bye"));
    assertThat(entries.get(2).changes())
        .containsExactly(
            new FieldChange("name", Optional.empty(), "greet"),
            new FieldChange("text", Optional.empty(), "hello"));
  }

  @Test
  void secretsAreOnlySaidToHaveChanged() {
    ServiceLogin login =
        engine
            .core()
            .serviceLogins()
            .create(new ServiceLoginDraft("hub", "", "bot", Optional.of("canary-1")), CAROL);
    engine
        .core()
        .serviceLogins()
        .edit(
            login.id(), 1, new ServiceLoginDraft("hub", "", "bot", Optional.of("canary-2")), CAROL);
    VariableSet set = set(new VariableSetDraft("keys", "", true, Map.of("token", "canary-3")));
    VariableSet same =
        edit(set, new VariableSetDraft("keys", "", true, Map.of("token", Mask.TEXT)));
    VariableSet open =
        edit(same, new VariableSetDraft("keys", "", false, Map.of("token", "canary-4")));
    edit(open, new VariableSetDraft("keys", "", true, Map.of("token", "canary-5")));

    assertThat(history(ObjectType.SERVICE_LOGIN, login.id()).getFirst().changes())
        .containsExactly(new FieldChange("password", Optional.empty(), "changed"));
    assertThat(history(ObjectType.VARIABLE_SET, set.id()))
        .extracting(AuditEntry::changes)
        .containsExactly(
            List.of(
                new FieldChange("secret", Optional.of("false"), "true"),
                new FieldChange("variables", Optional.empty(), "changed")),
            List.of(
                new FieldChange("secret", Optional.of("true"), "false"),
                new FieldChange("variables", Optional.empty(), "changed")),
            List.of(
                new FieldChange("name", Optional.empty(), "keys"),
                new FieldChange("secret", Optional.empty(), "true"),
                new FieldChange("variables", Optional.empty(), "changed")));
    assertThat(
            engine.read(
                String.class, "SELECT string_agg(row_to_json(e)::text, ' ') FROM audit_entries e"))
        .doesNotContain("canary");
  }

  @Test
  void whatFailsIsNotNoted() {
    Snippet snippet =
        engine.core().snippets().create(new SnippetDraft("greet", "", "hello"), CAROL);
    assertThatThrownBy(
            () -> engine.core().snippets().edit(snippet.id(), 7, snippet.settings(), CAROL))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(() -> engine.core().snippets().create(snippet.settings(), CAROL))
        .isInstanceOf(InvalidInput.class);
    assertThat(log.list(AuditFilter.ALL, Optional.empty(), 100).entries()).hasSize(1);
  }

  @Test
  void startsAndStopsOfBuildsAreNoted() {
    WorkerPool pool = engine.pool("linux");
    Project project = engine.project("site", pool);
    Build build = engine.start(project);
    engine.core().builds().stop(build.id(), CAROL);
    assertThat(history(ObjectType.BUILD, build.id()))
        .extracting(
            entry -> entry.actor().name() + " " + entry.verb() + " " + entry.object().name())
        .containsExactly("carol STOP site", "alice START site");
  }

  @Test
  void theLogIsFilteredByWhoWhatAndWhenAndComesInParts() {
    for (int i = 0; i < 5; i++) {
      engine.core().snippets().create(new SnippetDraft("s" + i, "", ""), People.ALICE);
    }
    engine.core().snippets().create(new SnippetDraft("other", "", ""), CAROL);
    AuditPage first = log.list(by("alice"), Optional.empty(), 3);
    AuditPage second = log.list(by("alice"), first.next(), 3);
    assertThat(first.entries())
        .extracting(e -> e.object().name())
        .containsExactly("s4", "s3", "s2");
    assertThat(second.entries()).extracting(e -> e.object().name()).containsExactly("s1", "s0");
    assertThat(second.next()).isEmpty();

    var named =
        new AuditFilter(
            Optional.empty(),
            Optional.of(AuditVerb.CREATE),
            Optional.of(ObjectType.SNIPPET),
            Optional.empty(),
            Optional.of("OTH"),
            Optional.of(first.entries().getFirst().at()),
            Optional.empty());
    assertThat(log.list(named, Optional.empty(), 10).entries()).hasSize(1);
    var before =
        new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(second.entries().getLast().at()));
    assertThat(log.list(before, Optional.empty(), 10).entries()).isEmpty();
  }

  @Test
  void anEntryNeverChanges() {
    engine.core().snippets().create(new SnippetDraft("greet", "", ""), CAROL);
    assertThatThrownBy(() -> engine.execute("UPDATE audit_entries SET actor = 'bob'"))
        .hasMessageContaining("must not change");
  }

  @Test
  void longTextsAreCut() {
    List<FieldChange> changes =
        new AuditedFields()
            .with("script", "b".repeat(4_000))
            .since(new AuditedFields().with("script", "b".repeat(3_999)));
    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().after()).hasSizeLessThan(550).endsWith("… (4000 characters)");
  }

  private List<AuditEntry> history(ObjectType type, long object) {
    return log.list(AuditFilter.of(type, object), Optional.empty(), 100).entries();
  }

  private VariableSet set(VariableSetDraft draft) {
    return engine.core().variableSets().create(draft, CAROL);
  }

  private VariableSet edit(VariableSet set, VariableSetDraft draft) {
    return engine.core().variableSets().edit(set.id(), set.version(), draft, CAROL);
  }

  private static AuditFilter by(String name) {
    return new AuditFilter(
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
