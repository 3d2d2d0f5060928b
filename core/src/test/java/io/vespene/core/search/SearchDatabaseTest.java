package io.vespene.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.pool.WorkerPoolDraft;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.snippet.Snippet;
import io.vespene.core.snippet.SnippetDraft;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchDatabaseTest {
  private static final int LIMIT = 20;

  private TestEngine engine;
  private Search search;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    search = engine.core().search();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void objectsOfAllKindsAreFoundTheBestFirst() {
    engine.core().pools().create(WorkerPoolDraft.of("site", "none", ""), People.ALICE);
    engine
        .core()
        .projects()
        .create(ProjectDraft.of("deploy-site", "#!/bin/sh\n", "site"), People.ALICE);
    engine
        .core()
        .projects()
        .create(ProjectDraft.of("Site tests", "#!/bin/sh\n", "site"), People.ALICE);
    snippet("unlike", "Needed by the SITE");

    assertThat(names("site")).containsExactly("site", "Site tests", "deploy-site", "unlike");
    assertThat(search.find("site", LIMIT))
        .extracting(SearchHit::kind)
        .containsExactly(
            SearchKind.WORKER_POOL, SearchKind.PROJECT, SearchKind.PROJECT, SearchKind.SNIPPET);
    assertThat(search.find("site", 2)).hasSize(2);
    assertThat(names("  ")).isEmpty();
    assertThat(names("\0")).isEmpty();
  }

  @Test
  void signsOfPatternsAreOrdinarySigns() {
    snippet("a_b", "");
    snippet("axb", "100% \\o/");

    assertThat(names("a_b")).containsExactly("a_b");
    assertThat(names("0% \\")).containsExactly("axb");
    assertThat(names("%")).containsExactly("axb");
  }

  @Test
  void whatIsRenamedOrDeletedIsNotFoundByItsOldName() {
    Snippet snippet = snippet("before", "");

    engine.core().snippets().edit(snippet.id(), 1, new SnippetDraft("after", "", ""), People.ALICE);
    assertThat(names("before")).isEmpty();
    assertThat(names("after")).containsExactly("after");

    engine.core().snippets().delete(snippet.id(), People.ALICE);
    assertThat(names("after")).isEmpty();
  }

  private Snippet snippet(String name, String description) {
    return engine.core().snippets().create(new SnippetDraft(name, description, ""), People.ALICE);
  }

  private List<String> names(String text) {
    return search.find(text, LIMIT).stream().map(SearchHit::name).toList();
  }
}
