package io.vespene.core.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnippetsDatabaseTest {
  private TestEngine engine;
  private Snippets snippets;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    snippets = engine.core().snippets();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aSnippetIsKeptAsItWasSaid() {
    var draft = new SnippetDraft("install tools-v2", "For all", "apt install {{ tools }}\n");

    Snippet snippet = snippets.create(draft, People.ALICE);

    assertThat(snippet.settings()).isEqualTo(draft);
    assertThat(snippets.require("install tools-v2")).isEqualTo(snippet);
    assertThat(snippets.require(Long.toString(snippet.id()))).isEqualTo(snippet);
    assertThat(snippets.list()).containsExactly(snippet);
    assertThat(snippets.listCalled(List.of("install_tools_v2", "other"))).containsExactly(snippet);
    assertThat(snippets.listCalled(List.of("install tools-v2"))).isEmpty();
    assertThatThrownBy(() -> snippets.require("nothing\0")).isInstanceOf(NotFound.class);
  }

  @Test
  void twoNamesThatTemplatesCanNotTellApartAreRefused() {
    snippets.create(new SnippetDraft("a-b", "", ""), People.ALICE);
    Snippet other = snippets.create(new SnippetDraft("c", "", ""), People.ALICE);

    var same = new SnippetDraft("a b", "", "");
    assertThatThrownBy(() -> snippets.create(same, People.ALICE))
        .hasMessage("name is taken: another snippet is called a_b in templates");
    assertThatThrownBy(() -> snippets.edit(other.id(), 1, same, People.ALICE))
        .hasMessageStartingWith("name is taken");
  }

  @Test
  void aTextThatIsNoTemplateIsRefusedWithItsLine() {
    assertThatThrownBy(() ->
            snippets.create(new SnippetDraft("1-", "", "fine\n{% if x %}\nno end"), People.ALICE))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.errors())
                    .extracting(error -> error.field())
                    .containsExactly("name", "text"))
        .hasMessageContaining("text must be a template (line ");
  }

  @Test
  void aLostUpdateIsRefusedAndAnythingCanBeDeleted() {
    Snippet snippet = snippets.create(new SnippetDraft("a", "", "1"), People.ALICE);
    Snippet edited = snippets.edit(snippet.id(), 1, new SnippetDraft("a2", "", "2"), People.ALICE);

    assertThat(edited.version()).isEqualTo(2);
    assertThatThrownBy(() -> snippets.edit(snippet.id(), 1, snippet.settings(), People.ALICE))
        .isInstanceOf(StaleVersion.class);
    snippets.delete(snippet.id(), People.ALICE);
    assertThatThrownBy(() -> snippets.delete(snippet.id(), People.ALICE))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> snippets.edit(snippet.id(), 2, snippet.settings(), People.ALICE))
        .isInstanceOf(NotFound.class);
  }
}
